package dev.parley.engagement;

import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Optional;

/// The language of a canned answer, as a BCP 47 tag in its usual spelling, such as `zh-TW`.
public final class LanguageTag {
    private static final int LONGEST = 35;

    private LanguageTag() {}

    /// {@return the tag that was typed, in any case and also with `_`; empty if it is none}
    public static Optional<String> of(String typed) {
        try {
            var locale =
                    new Locale.Builder().setLanguageTag(typed.strip().replace('_', '-')).build();
            var tag = locale.toLanguageTag();
            return locale.getLanguage().matches("[a-z]{2,3}") && tag.length() <= LONGEST
                    ? Optional.of(tag)
                    : Optional.empty();
        } catch (IllformedLocaleException _) {
            return Optional.empty();
        }
    }

    static boolean isOne(String tag) {
        return of(tag).filter(tag::equals).isPresent();
    }
}
