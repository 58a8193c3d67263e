package dev.parley.platform.image;

import dev.parley.platform.image.ImageHeader.Format;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;

/// Walks the chunks of a WebP, animated ones included (RFC 9649).
final class WebpStructure {
    private static final int RIFF = fourCc("RIFF");
    private static final int WEBP = fourCc("WEBP");
    private static final int EXTENDED = fourCc("VP8X");
    private static final int LOSSLESS = fourCc("VP8L");
    private static final int LOSSY = fourCc("VP8 ");
    private static final int FRAME = fourCc("ANMF");
    private static final int ALPHA = fourCc("ALPH");
    private static final int FOURTEEN_BITS = 0x3fff;

    private final ByteBuffer bytes;
    private int width;
    private int height;
    private long frames;
    private long framePixels;
    private long metadata;

    private WebpStructure(ByteBuffer bytes) {
        this.bytes = bytes;
    }

    static Optional<ImageHeader> read(byte[] bytes) {
        var buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        var isRiff = buffer.getInt() == RIFF;
        buffer.getInt();
        return isRiff && buffer.getInt() == WEBP
                ? new WebpStructure(buffer).read()
                : Optional.empty();
    }

    private Optional<ImageHeader> read() {
        while (bytes.remaining() >= 8) {
            var type = bytes.getInt();
            var length = bytes.getInt();
            if (length < 0) {
                return Optional.empty();
            }
            var at = bytes.position();
            readChunk(type, length, at);
            var end = Math.addExact(at, length);
            bytes.position(Math.min(bytes.limit(), end + (length & 1)));
            if (end > bytes.limit()) {
                return Optional.empty();
            }
        }
        return width > 0 && height > 0 ? Optional.of(header()) : Optional.empty();
    }

    private void readChunk(int type, int length, int at) {
        if (type == EXTENDED) {
            grow(1 + uint24(at + 4), 1 + uint24(at + 7));
        } else if (type == LOSSLESS) {
            var bits = bytes.getInt(at + 1);
            grow(1 + (bits & FOURTEEN_BITS), 1 + (bits >>> 14 & FOURTEEN_BITS));
        } else if (type == LOSSY) {
            grow(bytes.getShort(at + 6) & FOURTEEN_BITS, bytes.getShort(at + 8) & FOURTEEN_BITS);
        } else if (type == FRAME) {
            var wide = 1 + uint24(at + 6);
            var high = 1 + uint24(at + 9);
            frames++;
            framePixels += (long) wide * high;
            grow(2 * uint24(at) + wide, 2 * uint24(at + 3) + high);
        } else if (type != ALPHA) {
            metadata += length;
        }
    }

    private void grow(int wide, int high) {
        width = Math.max(width, wide);
        height = Math.max(height, high);
    }

    private int uint24(int at) {
        return (bytes.getShort(at) & 0xffff) | (bytes.get(at + 2) & 0xff) << 16;
    }

    private static int fourCc(String name) {
        return name.charAt(0) | name.charAt(1) << 8 | name.charAt(2) << 16 | name.charAt(3) << 24;
    }

    private ImageHeader header() {
        return new ImageHeader(
                Format.WEBP,
                width,
                height,
                4L * width,
                Math.max(1, frames),
                Math.max((long) width * height, framePixels),
                metadata,
                1,
                0,
                0,
                Orientation.UPRIGHT);
    }
}
