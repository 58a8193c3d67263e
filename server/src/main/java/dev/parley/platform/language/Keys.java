package dev.parley.platform.language;

import java.util.Locale;

/// How things are called in the keys of texts.
public final class Keys {
    private Keys() {}

    /// {@return the name of a constant as it stands in a key: `DO_NOT_DISTURB` as `do-not-disturb`}
    public static String word(String constant) {
        return constant.toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
