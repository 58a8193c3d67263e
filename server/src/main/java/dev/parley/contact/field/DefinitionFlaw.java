package dev.parley.contact.field;

/// Why a field cannot be saved, by its name in a text key.
public enum DefinitionFlaw {
    NO_NAME,
    NAME_TOO_LONG,
    /// Another field of the same kind has the name.
    NAME_TAKEN,
    NO_KEY,
    /// Every contact has a field with this key.
    RESERVED_KEY,
    KEY_TAKEN,
    HELP_TOO_LONG,
    NO_OPTIONS,
    TOO_MANY_OPTIONS,
    OPTION_TOO_LONG,
    OPTION_TWICE,
    /// There are as many fields of the kind as there can be.
    TOO_MANY_FIELDS;

    /// {@return the limit that is exceeded; 0 if there is none}
    public int limit() {
        return switch (this) {
            case NAME_TOO_LONG -> ContactFieldDraft.LONGEST_NAME;
            case NO_KEY -> ContactFieldDraft.LONGEST_KEY;
            case HELP_TOO_LONG -> ContactFieldDraft.LONGEST_HELP;
            case TOO_MANY_OPTIONS -> ContactFieldDraft.MOST_OPTIONS;
            case OPTION_TOO_LONG -> FieldOption.LONGEST_NAME;
            case TOO_MANY_FIELDS -> ContactFields.MOST;
            case NO_NAME, NAME_TAKEN, RESERVED_KEY, KEY_TAKEN, NO_OPTIONS, OPTION_TWICE -> 0;
        };
    }
}
