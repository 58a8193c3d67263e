package dev.parley.contact.field;

import dev.parley.platform.language.Texts;
import java.time.LocalDate;

/// The values of fields as texts.
public final class FieldTexts {
    private FieldTexts() {}

    /// {@return the value as a reader sees it; empty for none}
    public static String shown(Texts t, ContactField field, String value) {
        if (value.isEmpty()) {
            return "";
        }
        return switch (field.type()) {
            case TEXT, LONG_TEXT, WHOLE_NUMBER, DECIMAL -> value;
            case DATE -> t.date(LocalDate.parse(value));
            case YES_NO -> t.text(value.equals("true") ? "common.yes" : "common.no");
            case CHOICE -> field.option(value).map(option -> option.name(t.language())).orElse("");
        };
    }

    /// {@return the value as it stands in a file, the same in every language}
    public static String inFile(ContactField field, String value) {
        return switch (field.type()) {
            case TEXT, LONG_TEXT, WHOLE_NUMBER, DECIMAL, DATE -> value;
            case YES_NO -> value.isEmpty() ? "" : value.equals("true") ? "yes" : "no";
            case CHOICE -> field.option(value).map(FieldOption::english).orElse("");
        };
    }
}
