package dev.parley.contact.field;

/// What the values of a field are. A value is stored as a text:
public enum FieldType {
    /// One line of at most [#LONGEST_TEXT] characters.
    TEXT,
    /// Several lines, of at most [#LONGEST_LONG_TEXT] characters in all.
    LONG_TEXT,
    /// Decimal digits, perhaps after a minus sign.
    WHOLE_NUMBER,
    /// As a whole number, perhaps with a point and more digits.
    DECIMAL,
    /// As in ISO 8601: `2026-11-30`.
    DATE,
    /// `true` or `false`.
    YES_NO,
    /// The id of a [FieldOption].
    CHOICE;

    public static final int LONGEST_TEXT = 200;
    public static final int LONGEST_LONG_TEXT = 2_000;

    /// The maximum number of digits of a number before the point.
    public static final int DIGITS = 15;

    /// The maximum number of digits after the point.
    public static final int DECIMALS = 6;
}
