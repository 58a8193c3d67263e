package dev.parley.contact.web;

import dev.parley.admin.kit.SelectOption;
import dev.parley.contact.ContactKind;
import dev.parley.contact.field.FieldType;
import java.util.List;

/// A field that the company added, in the form of a contact.
///
/// @param name of the input, unique in a form for both kinds
/// @param kind whose field it is
/// @param help empty for none
/// @param value as typed
/// @param options to choose from; empty if the value is typed
public record FieldInputView(
        String name,
        ContactKind kind,
        String label,
        String help,
        FieldType type,
        boolean required,
        String value,
        List<SelectOption> options) {
    public FieldInputView {
        options = List.copyOf(options);
    }

    /// {@return the maximum number of characters}
    public int longest() {
        return switch (type) {
            case LONG_TEXT -> FieldType.LONGEST_LONG_TEXT;
            case WHOLE_NUMBER, DECIMAL -> 40;
            case TEXT, DATE, YES_NO, CHOICE -> FieldType.LONGEST_TEXT;
        };
    }

    /// For the keyboard of a phone.
    public String inputMode() {
        return switch (type) {
            case WHOLE_NUMBER, DECIMAL -> "decimal";
            case TEXT, LONG_TEXT, DATE, YES_NO, CHOICE -> "text";
        };
    }
}
