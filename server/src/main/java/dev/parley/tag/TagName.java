package dev.parley.tag;

import dev.parley.platform.FoldedText;
import dev.parley.platform.StorableText;
import java.util.Optional;

/// The name of a tag. Names that differ only in case, in width or in invisible characters are the
/// same.
///
/// @param text as it is shown
/// @param key as it is compared
public record TagName(String text, String key) {
    /// The maximum number of characters.
    public static final int LONGEST = 40;

    /// More is not even read.
    private static final int LONGEST_TYPED = 400;

    /// {@return the name that was typed; empty if it is blank or too long}
    public static Optional<TagName> of(String typed) {
        if (typed.length() > LONGEST_TYPED) {
            return Optional.empty();
        }
        var text = StorableText.clean(typed).replaceAll("[\\s\\p{Z}\\p{Cc}]+", " ").strip();
        var key = keyOf(text);
        return key.isEmpty() || text.length() > LONGEST
                ? Optional.empty()
                : Optional.of(new TagName(text, key));
    }

    private static String keyOf(String text) {
        return FoldedText.of(text).replaceAll("\\p{Cf}", "").replaceAll("\\s+", " ").strip();
    }
}
