package dev.parley.platform;

/// Cleans external text for a database that accepts no NUL and no unpaired surrogate.
public final class StorableText {
    private static final char REPLACEMENT = '\uFFFD';

    private StorableText() {}

    public static String clean(String text) {
        return isClean(text) ? text : cleaned(text);
    }

    /// {@return this text cleaned, with at most that length} No character is cut in half.
    public static String shortened(String text, int most) {
        if (text.length() <= most) {
            return clean(text);
        }
        var end = Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most;
        return clean(text.substring(0, end));
    }

    private static boolean isClean(String text) {
        for (var place = 0; place < text.length(); place++) {
            var c = text.charAt(place);
            if (c == 0 || Character.isSurrogate(c)) {
                return false;
            }
        }
        return true;
    }

    private static String cleaned(String text) {
        var clean = new StringBuilder(text.length());
        text.codePoints()
                .map(c -> c == 0 || isUnpairedSurrogate(c) ? REPLACEMENT : c)
                .forEach(clean::appendCodePoint);
        return clean.toString();
    }

    private static boolean isUnpairedSurrogate(int codePoint) {
        return Character.isBmpCodePoint(codePoint) && Character.isSurrogate((char) codePoint);
    }
}
