package dev.parley.identity;

import java.util.Locale;

/// What an API token may be used for, within what its user may do.
public enum Scope {
    /// Read conversations, messages and files.
    READ,
    /// Write to customers and upload files.
    WRITE,
    /// Change settings.
    CONFIGURE;

    /// {@return its name, as programs read it}
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// {@return the name of the authority that a token with this scope gives}
    public String authority() {
        return "SCOPE_" + name();
    }
}
