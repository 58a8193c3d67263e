package dev.parley.platform.image;

import dev.parley.platform.image.ImageHeader.Flaw;
import org.jspecify.annotations.Nullable;

/// What pages can show of a file.
public sealed interface Preview {
    /// A picture.
    ///
    /// @param animated whether it moves, which its thumbnail does not
    /// @param thumbnail null where the picture is small enough to be its own, or none can be made
    record Shown(int width, int height, boolean animated, @Nullable Thumbnail thumbnail)
            implements Preview {}

    /// A picture that is not shown.
    record Withheld(Flaw flaw) implements Preview {}

    /// A picture that could not be looked at now, which says nothing about it.
    record Busy(String detail) implements Preview {}

    /// No picture, or one of a format that pages do not show.
    record None() implements Preview {}

    /// A small picture.
    ///
    /// @param bytes not to be changed
    @SuppressWarnings("ArrayRecordComponent")
    record Thumbnail(String contentType, byte[] bytes) {}
}
