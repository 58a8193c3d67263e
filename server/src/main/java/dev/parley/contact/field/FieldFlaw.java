package dev.parley.contact.field;

/// Why what was typed is not a value of a field.
public record FieldFlaw(ContactField field, Kind kind) {
    /// The kinds of flaws, by their names in text keys.
    public enum Kind {
        MISSING,
        TOO_LONG,
        NO_WHOLE_NUMBER,
        NO_DECIMAL,
        NO_DATE,
        NO_YES_OR_NO,
        NO_OPTION
    }
}
