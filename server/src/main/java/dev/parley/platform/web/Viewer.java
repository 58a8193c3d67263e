package dev.parley.platform.web;

import java.util.Optional;

/// The user who views a page. The principal of a signed-in user must implement it.
public interface Viewer {
    /// A unique key of this user, for data that the browser stores for them.
    String key();

    String displayName();

    /// The tag of the language that the user chose; empty to use the browser's.
    Optional<String> languageTag();

    boolean administrator();

    boolean supervisor();

    boolean agent();
}
