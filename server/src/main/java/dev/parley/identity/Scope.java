package dev.parley.identity;

import java.util.Locale;

/// What an API token permits, within the permissions of its user.
public enum Scope {
    /// Read conversations, messages and files.
    READ,
    /// Write to customers and upload files.
    WRITE,
    /// Change settings.
    CONFIGURE,
    /// Read texts as they were written, without masking.
    UNMASKED;

    /// {@return its name in the API}
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// {@return the name of the authority that a token with this scope grants}
    public String authority() {
        return "SCOPE_" + name();
    }
}
