package dev.parley.messenger.doctor;

import java.util.Locale;

/// Whether a page works. Measured, never assumed.
public enum ProvisioningState {
    /// Nobody has looked yet.
    NOT_STARTED,
    /// It is being looked at, because something was changed or somebody asked.
    CHECKING,
    RUNNING,
    /// Something is to be mended.
    NEEDS_ATTENTION,
    /// An administrator has stopped it.
    STOPPED;

    /// {@return how it stands in a text key}
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// {@return the class of its dot; empty while there is nothing to say}
    public String tone() {
        return switch (this) {
            case RUNNING -> "positive";
            case NEEDS_ATTENTION -> "negative";
            case NOT_STARTED, CHECKING, STOPPED -> "";
        };
    }
}
