package dev.parley.platform.image;

import java.nio.BufferUnderflowException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A picture's metadata, read without decoding it: one pass over its structure, with memory use
/// that does not depend on the picture.
///
/// @param width in pixels, as displayed
/// @param height in pixels, as displayed
/// @param rowBytes the maximum size of one decoded row
/// @param frames the number of animation frames, 1 if it is not animated
/// @param framePixels the pixels of all frames together
/// @param metadata bytes that are not picture data: profiles, texts, camera data
/// @param scans how many passes over the whole picture a decoder makes
/// @param buffer bytes that a decoder allocates in addition to its result
/// @param channels the channels of each pixel if the format declares them, else 0
/// @param orientation how it must be rotated to be upright
public record ImageHeader(
        Format format,
        int width,
        int height,
        long rowBytes,
        long frames,
        long framePixels,
        long metadata,
        int scans,
        long buffer,
        int channels,
        Orientation orientation) {
    static final int LONGEST_SIDE = 30_000;
    static final long MOST_PIXELS = 40_000_000;
    static final long LONGEST_ROW = 256 * 1024;
    static final long MOST_FRAMES = 2_000;
    static final long MOST_FRAME_PIXELS = 1_000_000_000;
    static final long MOST_METADATA = 8 * 1024 * 1024;
    static final int MOST_SCANS = 100;
    static final long LARGEST_BUFFER = 160 * 1024 * 1024;

    /// The formats that Parley displays.
    public enum Format {
        PNG("image/png"),
        JPEG("image/jpeg"),
        GIF("image/gif"),
        WEBP("image/webp");

        private final String contentType;

        Format(String contentType) {
            this.contentType = contentType;
        }

        public String contentType() {
            return contentType;
        }

        static @Nullable Format of(String contentType) {
            for (var format : values()) {
                if (format.contentType.equals(contentType)) {
                    return format;
                }
            }
            return null;
        }
    }

    /// Why a picture is not displayed.
    public enum Flaw {
        /// It is too large, in any respect, to decode safely.
        TOO_LARGE,
        /// It cannot be read.
        DAMAGED,
        /// Decoding it took too much memory or time.
        TOO_COSTLY
    }

    /// Whether Parley displays this type at all.
    public static boolean isShown(String contentType) {
        return Format.of(contentType) != null;
    }

    /// {@return the picture's header; empty if it cannot be read}
    public static Optional<ImageHeader> of(byte[] bytes, String contentType) {
        var format = Format.of(contentType);
        if (format == null) {
            return Optional.empty();
        }
        try {
            return switch (format) {
                case PNG -> PngStructure.read(bytes);
                case JPEG -> JpegStructure.read(bytes);
                case GIF -> GifStructure.read(bytes);
                case WEBP -> WebpStructure.read(bytes);
            };
        } catch (BufferUnderflowException
                | IndexOutOfBoundsException
                | IllegalArgumentException
                | ArithmeticException _) {
            // Truncated, or an invalid length.
            return Optional.empty();
        }
    }

    /// Whether it is safe to decode, here and in a browser.
    public boolean isSafe() {
        return width > 0
                && height > 0
                && Math.max(width, height) <= LONGEST_SIDE
                && (long) width * height <= MOST_PIXELS
                && rowBytes <= LONGEST_ROW
                && frames <= MOST_FRAMES
                && framePixels <= MOST_FRAME_PIXELS
                && metadata <= MOST_METADATA
                && scans <= MOST_SCANS
                && buffer <= LARGEST_BUFFER;
    }

    public boolean isAnimated() {
        return frames > 1;
    }
}
