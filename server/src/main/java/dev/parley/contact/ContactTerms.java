package dev.parley.contact;

import dev.parley.platform.FoldedText;
import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Divides what is typed to find a contact into the terms of the index: the function
/// `contact_terms` of the database divides names in the same way.
final class ContactTerms {
    private static final int MOST = 8;
    private static final int LEAST_DIGITS = 3;

    /// With fewer characters too many contacts would match.
    private static final int LEAST = 2;

    private static final Pattern SPACES = Pattern.compile("\\s+");
    private static final Pattern WORD = Pattern.compile("[^\\s\\p{Punct}]+");
    private static final Pattern PHONE = Pattern.compile("[\\d\\s()+./-]+");

    private ContactTerms() {}

    /// {@return the condition as the text of a `tsquery`; empty while too little is typed}
    static Optional<String> condition(String typed) {
        var text = FoldedText.of(typed).strip();
        var parts = new ArrayList<String>();
        phone(text).ifPresent(parts::add);
        words(text).ifPresent(parts::add);
        return parts.isEmpty() ? Optional.empty() : Optional.of(String.join(" | ", parts));
    }

    private static Optional<String> phone(String text) {
        var digits = ContactKeys.ofPhone(text).replaceFirst("^0+", "");
        return PHONE.matcher(text).matches() && digits.length() >= LEAST_DIGITS
                ? Optional.of(begins(digits))
                : Optional.empty();
    }

    private static Optional<String> words(String text) {
        var all = new ArrayList<String>();
        SPACES.splitAsStream(text).limit(MOST).forEach(part -> all.addAll(terms(part)));
        return all.isEmpty() ? Optional.empty() : Optional.of(String.join(" & ", all));
    }

    /// An e-mail address is one term.
    private static List<String> terms(String part) {
        var words =
                WORD.matcher(part).results().flatMap(word -> runs(word.group()).stream()).toList();
        var usable = words.stream().anyMatch(word -> hasNoSpaces(word) || word.length() >= LEAST);
        if (!usable) {
            return List.of();
        }
        var inName =
                words.stream()
                        .map(word -> hasNoSpaces(word) ? pairs(word) : begins(word))
                        .collect(Collectors.joining(" & "));
        return List.of("(" + inName + " | " + begins(part) + ")");
    }

    /// {@return the word, divided where the kind of script changes}
    private static List<String> runs(String word) {
        var runs = new ArrayList<StringBuilder>();
        var before = false;
        for (var letter : word.codePoints().toArray()) {
            var now = hasNoSpaces(letter);
            if (runs.isEmpty() || now != before) {
                runs.add(new StringBuilder());
            }
            runs.getLast().appendCodePoint(letter);
            before = now;
        }
        return runs.stream().map(StringBuilder::toString).toList();
    }

    private static String pairs(String run) {
        var letters = run.codePoints().toArray();
        if (letters.length == 1) {
            return quoted(run);
        }
        var pairs = new ArrayList<String>();
        for (var at = 0; at + 1 < letters.length; at++) {
            pairs.add(quoted(new String(letters, at, 2)));
        }
        return String.join(" & ", pairs);
    }

    private static boolean hasNoSpaces(String run) {
        return hasNoSpaces(run.codePointAt(0));
    }

    private static boolean hasNoSpaces(int letter) {
        return switch (UnicodeScript.of(letter)) {
            case HAN, HIRAGANA, KATAKANA, HANGUL -> true;
            default -> false;
        };
    }

    private static String begins(String term) {
        return quoted(term) + ":*";
    }

    private static String quoted(String term) {
        return "'" + term.replace("\\", "\\\\").replace("'", "''") + "'";
    }
}
