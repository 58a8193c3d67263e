package dev.parley.messenger.doctor;

import java.util.Locale;

/// Whether a page works. Measured, never assumed.
public enum ProvisioningState {
    /// Not checked yet.
    NOT_STARTED,
    /// Being checked, because something was changed or a user requested it.
    CHECKING,
    RUNNING,
    /// Something must be fixed.
    NEEDS_ATTENTION,
    /// An administrator has stopped it.
    STOPPED;

    /// {@return its name in text keys}
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// {@return the CSS class of its dot; empty for a neutral one}
    public String tone() {
        return switch (this) {
            case RUNNING -> "positive";
            case NEEDS_ATTENTION -> "negative";
            case NOT_STARTED, CHECKING, STOPPED -> "";
        };
    }
}
