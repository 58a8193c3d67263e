package dev.parley.platform.web;

import java.util.Optional;

/// Who looks at a page. Whoever signs people in makes their principal one of these.
public interface Viewer {
    /// What tells this person from all others, for what a browser keeps for them.
    String key();

    String displayName();

    /// The language that this person chose, as a tag; empty to go by the browser.
    Optional<String> languageTag();

    boolean administrator();

    boolean supervisor();

    boolean agent();

    /// {@return up to two characters that stand for the person in a small circle}
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
