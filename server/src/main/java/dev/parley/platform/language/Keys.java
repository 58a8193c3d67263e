package dev.parley.platform.language;

import java.util.Locale;

/// Names within the keys of texts.
public final class Keys {
    private Keys() {}

    /// {@return the name of a constant as used in a key: `DO_NOT_DISTURB` as `do-not-disturb`}
    public static String word(String constant) {
        return constant.toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
