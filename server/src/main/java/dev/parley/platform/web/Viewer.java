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

    /// {@return up to two characters for the user's avatar}
    default String initials() {
        var name = displayName().strip();
        if (name.isEmpty()) {
            return "?";
        }
        var first = name.codePointAt(0);
        if (Character.UnicodeScript.of(first) == Character.UnicodeScript.HAN) {
            return Character.toString(name.codePointBefore(name.length()));
        }
        var rest = name.lastIndexOf(' ');
        var second = rest < 0 ? "" : Character.toString(name.codePointAt(rest + 1));
        return (Character.toString(first) + second).toUpperCase(java.util.Locale.ROOT);
    }
}
