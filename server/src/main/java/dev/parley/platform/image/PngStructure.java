package dev.parley.platform.image;

import dev.parley.platform.image.ImageHeader.Format;
import java.nio.ByteBuffer;
import java.util.Optional;

/// Walks the chunks of a PNG, animated ones included (W3C PNG, third edition).
final class PngStructure {
    private static final long SIGNATURE = 0x89504e470d0a1a0aL;
    private static final int IHDR = 0x49484452;
    private static final int IEND = 0x49454e44;
    private static final int FCTL = 0x6663544c;
    private static final int ANCILLARY = 0x20000000;
    private static final int[] CHANNELS = {1, 0, 3, 1, 2, 0, 4};

    private final ByteBuffer bytes;
    private int width;
    private int height;
    private int bits;
    private long frames;
    private long framePixels;
    private long metadata;

    private PngStructure(ByteBuffer bytes) {
        this.bytes = bytes;
    }

    static Optional<ImageHeader> read(byte[] bytes) {
        var buffer = ByteBuffer.wrap(bytes);
        return buffer.getLong() == SIGNATURE ? new PngStructure(buffer).read() : Optional.empty();
    }

    private Optional<ImageHeader> read() {
        if (bytes.getInt() != 13 || bytes.getInt() != IHDR || !readSize()) {
            return Optional.empty();
        }
        bytes.getInt();
        while (true) {
            var length = bytes.getInt();
            var type = bytes.getInt();
            if (type == IEND) {
                return Optional.of(header());
            }
            if (length < 0) {
                return Optional.empty();
            }
            readChunk(type, length);
            bytes.position(Math.addExact(bytes.position(), length));
            bytes.getInt();
        }
    }

    private boolean readSize() {
        width = bytes.getInt();
        height = bytes.getInt();
        var depth = bytes.get();
        var colour = bytes.get();
        bytes.position(bytes.position() + 3);
        var known = colour >= 0 && colour < CHANNELS.length && CHANNELS[colour] > 0;
        bits = known ? depth * CHANNELS[colour] : 0;
        return bits > 0 && bits <= 64 && width > 0 && height > 0;
    }

    private void readChunk(int type, int length) {
        if (type == FCTL && length >= 12) {
            var at = bytes.position();
            frames++;
            framePixels +=
                    (long) Math.max(0, bytes.getInt(at + 4)) * Math.max(0, bytes.getInt(at + 8));
        } else if ((type & ANCILLARY) != 0) {
            metadata += length;
        }
    }

    private ImageHeader header() {
        var pixels = (long) width * height;
        return new ImageHeader(
                Format.PNG,
                width,
                height,
                (long) width * bits / 8 + 1,
                Math.max(1, frames),
                Math.max(pixels, framePixels),
                metadata,
                1,
                0,
                0,
                Orientation.UPRIGHT);
    }
}
