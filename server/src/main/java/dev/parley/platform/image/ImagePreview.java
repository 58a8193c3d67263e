package dev.parley.platform.image;

import dev.parley.platform.image.ImageHeader.Flaw;
import org.jspecify.annotations.Nullable;

/// The preview of a file on screen.
public sealed interface ImagePreview {
    /// A picture.
    ///
    /// @param animated whether it is animated, which its thumbnail is not
    /// @param thumbnail null if the picture is small enough to be its own thumbnail, or none can be
    ///   created
    record Shown(int width, int height, boolean animated, @Nullable Thumbnail thumbnail)
            implements ImagePreview {}

    /// A picture that is not displayed.
    record Withheld(Flaw flaw) implements ImagePreview {}

    /// A picture that could not be processed now, for reasons unrelated to it.
    record Busy(String detail) implements ImagePreview {}

    /// Not a picture, or one in a format that Parley does not display.
    record None() implements ImagePreview {}

    /// A small picture.
    ///
    /// @param bytes must not be modified
    @SuppressWarnings("ArrayRecordComponent")
    record Thumbnail(String contentType, byte[] bytes) {}
}
