package dev.parley.platform.language;

import java.util.Locale;

/// What stands for a person who has no picture.
public final class Initials {
    private Initials() {}

    /// {@return the first letters of the first and the last word of a name, or the Chinese
    /// character that it begins with; `?` if the name is blank}
    public static String of(String name) {
        var words = name.strip().split("\\s+", -1);
        var first = first(words[0]);
        if (first.isEmpty()) {
            return "?";
        }
        return words.length == 1 || Character.isIdeographic(first.codePointAt(0))
                ? first
                : first + first(words[words.length - 1]);
    }

    private static String first(String word) {
        return word.isEmpty()
                ? ""
                : Character.toString(word.codePointAt(0)).toUpperCase(Locale.ROOT);
    }
}
