package dev.parley.platform.image;

import dev.parley.platform.image.ImageHeader.Format;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;

/// Walks the blocks of a GIF (GIF89a), without decompressing any picture.
final class GifStructure {
    private static final int EXTENSION = 0x21;
    private static final int PICTURE = 0x2c;
    private static final int END = 0x3b;
    private static final int HAS_COLOURS = 0x80;

    private final ByteBuffer bytes;
    private int width;
    private int height;
    private long frames;
    private long framePixels;
    private long metadata;

    private GifStructure(ByteBuffer bytes) {
        this.bytes = bytes;
    }

    static Optional<ImageHeader> read(byte[] bytes) {
        var buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        var isGif = buffer.get() == 'G' && buffer.get() == 'I' && buffer.get() == 'F';
        return isGif ? new GifStructure(buffer).read() : Optional.empty();
    }

    private Optional<ImageHeader> read() {
        bytes.position(6);
        width = unsigned();
        height = unsigned();
        var flags = bytes.get();
        bytes.position(bytes.position() + 2);
        skipColours(flags);
        while (true) {
            switch (bytes.get() & 0xff) {
                case EXTENSION -> {
                    bytes.get();
                    metadata += skipBlocks();
                }
                case PICTURE -> readPicture();
                case END -> {
                    return frames == 0 ? Optional.empty() : Optional.of(header());
                }
                default -> {
                    return Optional.empty();
                }
            }
        }
    }

    /// A frame may exceed its logical screen, and decoders allocate room for it.
    private void readPicture() {
        var left = unsigned();
        var top = unsigned();
        var wide = unsigned();
        var high = unsigned();
        skipColours(bytes.get());
        bytes.get();
        skipBlocks();
        frames++;
        framePixels += (long) wide * high;
        width = Math.max(width, left + wide);
        height = Math.max(height, top + high);
    }

    private void skipColours(byte flags) {
        if ((flags & HAS_COLOURS) != 0) {
            bytes.position(bytes.position() + 3 * (2 << (flags & 7)));
        }
    }

    private long skipBlocks() {
        var skipped = 0L;
        for (var length = bytes.get() & 0xff; length > 0; length = bytes.get() & 0xff) {
            bytes.position(bytes.position() + length);
            skipped += length;
        }
        return skipped;
    }

    private int unsigned() {
        return bytes.getShort() & 0xffff;
    }

    private ImageHeader header() {
        return new ImageHeader(
                Format.GIF,
                width,
                height,
                width,
                frames,
                framePixels,
                metadata,
                1,
                0,
                0,
                Orientation.UPRIGHT);
    }
}
