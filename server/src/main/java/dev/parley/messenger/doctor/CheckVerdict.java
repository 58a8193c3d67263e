package dev.parley.messenger.doctor;

import java.util.Locale;

/// What came of looking at one thing.
public enum CheckVerdict {
    GOOD,
    /// It works, and not all of it, or not for ever.
    LIMITED,
    /// It does not work until somebody mends it.
    WRONG,
    /// Meta does not say, or has not been asked.
    CANNOT_TELL,
    /// It does not matter as the page is set up.
    NOT_APPLICABLE;

    /// {@return how it stands in a text key}
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// {@return the class of its dot; empty while there is nothing to say}
    public String tone() {
        return switch (this) {
            case GOOD -> "positive";
            case LIMITED -> "warning";
            case WRONG -> "negative";
            case CANNOT_TELL, NOT_APPLICABLE -> "";
        };
    }
}
