package dev.parley.platform.image;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// Reads one field of a picture's camera data: its orientation.
final class Exif {
    private static final int NAME_LENGTH = 6;
    private static final int ORIENTATION = 0x0112;
    private static final int MOST_ENTRIES = 1_000;

    private Exif() {}

    /// {@return the orientation; upright if it is missing or invalid}
    ///
    /// @param segment the content of a JPEG's APP1
    static Orientation orientation(ByteBuffer segment) {
        try {
            var isExif = segment.getInt() == 0x45786966 && segment.getShort() == 0;
            return isExif
                    ? ofTiff(segment.slice(NAME_LENGTH, segment.limit() - NAME_LENGTH))
                    : Orientation.UPRIGHT;
        } catch (RuntimeException _) {
            return Orientation.UPRIGHT;
        }
    }

    private static Orientation ofTiff(ByteBuffer tiff) {
        var order = tiff.getShort(0);
        tiff.order(order == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        var directory = tiff.getInt(4);
        var entries = Math.min(MOST_ENTRIES, tiff.getShort(directory) & 0xffff);
        for (var entry = 0; entry < entries; entry++) {
            var at = directory + 2 + 12 * entry;
            if ((tiff.getShort(at) & 0xffff) == ORIENTATION) {
                return Orientation.of(tiff.getShort(at + 8) & 0xffff);
            }
        }
        return Orientation.UPRIGHT;
    }
}
