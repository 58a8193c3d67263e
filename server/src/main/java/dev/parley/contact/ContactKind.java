package dev.parley.contact;

import java.util.Locale;

/// Whether a contact is a person or a company.
public enum ContactKind {
    PERSON,
    COMPANY;

    /// {@return its name in a URL or a text key}
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
