package dev.parley.platform.image;

import java.nio.BufferUnderflowException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a picture says of itself, read without decoding it: one pass over its structure, in memory
/// that does not depend on the picture.
///
/// @param width in pixels, as it is to be shown
/// @param height in pixels, as it is to be shown
/// @param rowBytes what one decoded row takes, at the most
/// @param frames how many pictures it shows one after the other, 1 unless it is animated
/// @param framePixels of all frames together
/// @param metadata bytes that are no picture: profiles, texts, camera data
/// @param scans how often a decoder has to go over the whole picture
/// @param buffer bytes that a decoder holds outside of its result
/// @param channels of each pixel, where the format says so; else 0
/// @param orientation how it has to be turned to be shown upright
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

    /// The formats that pages show.
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

    /// Why a picture is not shown.
    public enum Flaw {
        /// It is larger, in whatever way, than is safe to decode.
        TOO_LARGE,
        /// It cannot be read.
        DAMAGED,
        /// Decoding it took too much memory or time.
        TOO_COSTLY
    }

    /// Whether pages show this type at all.
    public static boolean isShown(String contentType) {
        return Format.of(contentType) != null;
    }

    /// {@return what the picture says of itself; empty when it cannot be read}
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
            // Cut off, or a length that leads nowhere.
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
