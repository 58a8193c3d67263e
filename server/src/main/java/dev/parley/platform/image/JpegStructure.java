package dev.parley.platform.image;

import dev.parley.platform.image.ImageHeader.Format;
import java.nio.ByteBuffer;
import java.util.Optional;

/// Walks the markers of a JPEG (ITU-T T.81), without decompressing any scan.
final class JpegStructure {
    private static final int START = 0xd8;
    private static final int END = 0xd9;
    private static final int SCAN = 0xda;
    private static final int COMMENT = 0xfe;
    private static final int CAMERA_DATA = 0xe1;

    private final ByteBuffer bytes;
    private int width;
    private int height;
    private int channels;
    private int bitsOfSample;
    private boolean progressive;
    private double samplesOfPixel;
    private int scans;
    private long metadata;
    private Orientation orientation = Orientation.UPRIGHT;

    private JpegStructure(ByteBuffer bytes) {
        this.bytes = bytes;
    }

    static Optional<ImageHeader> read(byte[] bytes) {
        var buffer = ByteBuffer.wrap(bytes);
        return (buffer.getShort() & 0xffff) == (0xff00 | START)
                ? new JpegStructure(buffer).read()
                : Optional.empty();
    }

    /// Accepts a picture without an end marker: decoders display the received part of a truncated
    /// picture.
    private Optional<ImageHeader> read() {
        while (bytes.remaining() >= 2) {
            var marker = nextMarker();
            if (marker == END) {
                break;
            }
            if (hasLength(marker) && !readSegment(marker)) {
                return Optional.empty();
            }
        }
        return width > 0 && height > 0 && scans > 0 ? Optional.of(header()) : Optional.empty();
    }

    private int nextMarker() {
        while (bytes.remaining() >= 2) {
            if (bytes.get() == (byte) 0xff) {
                var code = bytes.get(bytes.position()) & 0xff;
                if (code != 0 && code != 0xff) {
                    bytes.get();
                    return code;
                }
            }
        }
        return END;
    }

    /// {@return false if the segment is invalid}
    private boolean readSegment(int marker) {
        var length = (bytes.getShort() & 0xffff) - 2;
        var at = bytes.position();
        if (length < 0 || length > bytes.remaining()) {
            return false;
        }
        if (isFrame(marker)) {
            if (width > 0) {
                return false;
            }
            readFrame(marker);
        } else if (marker == SCAN) {
            scans++;
        } else if ((marker >= 0xe0 && marker <= 0xef) || marker == COMMENT) {
            metadata += length;
            if (marker == CAMERA_DATA && orientation == Orientation.UPRIGHT) {
                orientation = Exif.orientation(bytes.slice(at, length));
            }
        }
        bytes.position(at + length);
        return true;
    }

    private void readFrame(int marker) {
        progressive = (marker & 3) == 2;
        bitsOfSample = bytes.get() & 0xff;
        height = bytes.getShort() & 0xffff;
        width = bytes.getShort() & 0xffff;
        channels = bytes.get() & 0xff;
        var most = 1;
        var all = 0;
        for (var channel = 0; channel < channels; channel++) {
            bytes.get();
            var sampling = bytes.get() & 0xff;
            bytes.get();
            var share = (sampling >> 4) * (sampling & 0xf);
            most = Math.max(most, share);
            all += share;
        }
        samplesOfPixel = Math.max(1.0, (double) all / most);
    }

    private static boolean isFrame(int marker) {
        return marker >= 0xc0
                && marker <= 0xcf
                && marker != 0xc4
                && marker != 0xc8
                && marker != 0xcc;
    }

    private static boolean hasLength(int marker) {
        return marker != 0x01 && !(marker >= 0xd0 && marker <= 0xd8);
    }

    /// For a picture in several scans, decoders buffer all coefficients, of two bytes each.
    private ImageHeader header() {
        var turned = orientation.swapsSides();
        var pixels = (long) width * height;
        var buffered = progressive || scans > 1;
        return new ImageHeader(
                Format.JPEG,
                turned ? height : width,
                turned ? width : height,
                (long) width * Math.max(1, channels) * Math.max(1, bitsOfSample / 8),
                1,
                pixels,
                metadata,
                scans,
                buffered ? (long) (pixels * samplesOfPixel * 2) : 0,
                channels,
                orientation);
    }
}
