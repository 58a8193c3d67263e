package dev.parley.platform.image;

import java.nio.ByteBuffer;

/// The sizes that a HEIC or HEIF picture declares for itself and its tiles (ISO/IEC 23008-12,
/// `ispe`). Parley does not decode such pictures, but some browsers do.
final class HeifSizes {
    private static final int ISPE = 0x69737065;
    private static final int HEAD = 512 * 1024;

    private HeifSizes() {}

    /// Whether it is safe to send to a browser; always true for other types.
    static boolean areSafe(byte[] bytes, String contentType) {
        if (!contentType.startsWith("image/hei")) {
            return true;
        }
        var head = ByteBuffer.wrap(bytes, 0, Math.min(bytes.length, HEAD));
        for (var at = 0; at + 16 <= head.limit(); at++) {
            if (head.getInt(at) == ISPE && !isSafe(head.getInt(at + 8), head.getInt(at + 12))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isSafe(int width, int height) {
        return width > 0
                && height > 0
                && Math.max(width, height) <= ImageHeader.LONGEST_SIDE
                && (long) width * height <= 2 * ImageHeader.MOST_PIXELS;
    }
}
