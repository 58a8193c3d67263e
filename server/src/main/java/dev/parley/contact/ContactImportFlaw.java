package dev.parley.contact;

/// Why a file, or a row of it, cannot be imported.
public enum ContactImportFlaw {
    NOT_UTF_8,
    NOT_CSV,
    /// The first row has no column *name*.
    NO_NAMES,
    EMPTY,
    TOO_LARGE,
    TOO_MANY_ROWS,
    TOO_MANY_COLUMNS,
    /// It is not the file that was checked.
    NOT_CHECKED,
    /// No contact has the number of the row.
    UNKNOWN_NUMBER,
    /// The contact with the number is of the other kind.
    OTHER_KIND,
    UNKNOWN_KIND,
    /// Several contacts have an e-mail address of the row.
    SEVERAL_MATCH,
    /// An earlier row is about the same contact, or has the same e-mail address.
    TWICE
}
