package dev.parley.attachment;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.parley.channel.Blob;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;

/// How large a WebP picture is, by its first chunk (RFC 9649 section 2).
record WebpSize(int width, int height) {
    private static final int FOURTEEN_BITS = 0x3fff;
    private static final int SHORTEST = 30;

    static Optional<WebpSize> of(Blob content) {
        if (content.size() < SHORTEST) {
            return Optional.empty();
        }
        var head = content.head(SHORTEST);
        var bytes = ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN);
        return switch (new String(head, 12, 4, US_ASCII)) {
            case "VP8X" -> Optional.of(new WebpSize(1 + three(bytes, 24), 1 + three(bytes, 27)));
            case "VP8L" -> Optional.of(lossless(bytes.getInt(21)));
            case "VP8 " ->
                    Optional.of(
                            new WebpSize(
                                    bytes.getShort(26) & FOURTEEN_BITS,
                                    bytes.getShort(28) & FOURTEEN_BITS));
            default -> Optional.empty();
        };
    }

    private static WebpSize lossless(int bits) {
        return new WebpSize(1 + (bits & FOURTEEN_BITS), 1 + (bits >>> 14 & FOURTEEN_BITS));
    }

    private static int three(ByteBuffer bytes, int at) {
        return (bytes.get(at) & 0xff)
                | (bytes.get(at + 1) & 0xff) << 8
                | (bytes.get(at + 2) & 0xff) << 16;
    }
}
