package dev.parley.messenger.doctor;

import java.util.Locale;

/// The result of one check.
public enum CheckVerdict {
    GOOD,
    /// It works, but only in part, or not permanently.
    LIMITED,
    /// It does not work until it is fixed.
    WRONG,
    /// Meta does not report it, or has not been asked.
    CANNOT_TELL,
    /// It does not matter for the page's set-up.
    NOT_APPLICABLE;

    /// {@return its name in text keys}
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// {@return the CSS class of its dot; empty for a neutral one}
    public String tone() {
        return switch (this) {
            case GOOD -> "positive";
            case LIMITED -> "warning";
            case WRONG -> "negative";
            case CANNOT_TELL, NOT_APPLICABLE -> "";
        };
    }
}
