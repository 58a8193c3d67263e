package dev.parley.contact.field;

import dev.parley.platform.FoldedText;
import dev.parley.platform.StorableText;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Reads a value as people type it, or as it stands in a file.
sealed interface FieldReading {
    Pattern WHOLE = Pattern.compile("-?[0-9]{1,15}");
    Pattern DECIMAL = Pattern.compile("-?[0-9]{1,15}(?:\\.[0-9]{1,6})?");
    Pattern GROUPED = Pattern.compile("-?[0-9]{1,3}(?:,[0-9]{3})+(?:\\.[0-9]+)?");
    Pattern DATE = Pattern.compile("([0-9]{4})[-/.]([0-9]{1,2})[-/.]([0-9]{1,2})");
    Set<String> YES = Set.of("true", "yes", "y", "1", "是");
    Set<String> NO = Set.of("false", "no", "n", "0", "否");

    /// A valid value.
    ///
    /// @param text in the form of its [FieldType]; empty if nothing was typed
    record Read(String text) implements FieldReading {}

    record Flawed(FieldFlaw.Kind kind) implements FieldReading {}

    static FieldReading of(ContactField field, String typed) {
        var text = StorableText.clean(typed.strip());
        if (text.isEmpty()) {
            return new Read("");
        }
        return switch (field.type()) {
            case TEXT -> text(text.replaceAll("[\\r\\n\\t]+", " "), FieldType.LONGEST_TEXT);
            case LONG_TEXT -> text(text.replaceAll("\\r+\\n?", "\n"), FieldType.LONGEST_LONG_TEXT);
            case WHOLE_NUMBER -> number(text, WHOLE, FieldFlaw.Kind.NO_WHOLE_NUMBER);
            case DECIMAL -> number(text, DECIMAL, FieldFlaw.Kind.NO_DECIMAL);
            case DATE -> date(text);
            case YES_NO -> yesOrNo(FoldedText.of(text));
            case CHOICE -> choice(field, text);
        };
    }

    private static FieldReading text(String text, int longest) {
        return text.length() > longest ? new Flawed(FieldFlaw.Kind.TOO_LONG) : new Read(text);
    }

    private static FieldReading number(String text, Pattern valid, FieldFlaw.Kind flaw) {
        var folded = FoldedText.of(text.length() > 40 ? "" : text).replace("−", "-");
        var plain = GROUPED.matcher(folded).matches() ? folded.replace(",", "") : folded;
        return valid.matcher(plain).matches()
                ? new Read(new BigDecimal(plain).stripTrailingZeros().toPlainString())
                : new Flawed(flaw);
    }

    private static FieldReading date(String text) {
        var parts = DATE.matcher(FoldedText.of(text.length() > 20 ? "" : text));
        if (!parts.matches()) {
            return new Flawed(FieldFlaw.Kind.NO_DATE);
        }
        try {
            return new Read(
                    LocalDate.of(
                                    number(parts.group(1)),
                                    number(parts.group(2)),
                                    number(parts.group(3)))
                            .toString());
        } catch (DateTimeException _) {
            return new Flawed(FieldFlaw.Kind.NO_DATE);
        }
    }

    private static int number(String digits) {
        return Integer.parseInt(digits);
    }

    private static FieldReading yesOrNo(String folded) {
        if (YES.contains(folded)) {
            return new Read("true");
        }
        return NO.contains(folded) ? new Read("false") : new Flawed(FieldFlaw.Kind.NO_YES_OR_NO);
    }

    private static FieldReading choice(ContactField field, String text) {
        return field.option(text)
                .or(() -> named(field, FoldedText.of(text)))
                .<FieldReading>map(option -> new Read(option.id()))
                .orElseGet(() -> new Flawed(FieldFlaw.Kind.NO_OPTION));
    }

    private static Optional<FieldOption> named(ContactField field, String folded) {
        return field.content().options().stream()
                .filter(one ->
                        Stream.of(one.english(), one.chinese())
                                .anyMatch(name -> FoldedText.of(name).equals(folded)))
                .findFirst();
    }
}
