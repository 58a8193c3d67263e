package dev.parley.platform;

import jakarta.servlet.ServletRequest;
import java.util.Arrays;
import java.util.Optional;

/// The body of a request, which the web server collected before anybody was asked to act on it.
///
/// The bytes of which the first `size` are the body, and nobody may change them.
public final class CollectedBody {
    /// The request attribute.
    public static final String ATTRIBUTE = CollectedBody.class.getName();

    private final byte[] bytes;
    private final int size;

    public CollectedBody(byte[] bytes, int size) {
        this.bytes = bytes;
        this.size = size;
    }

    public byte[] bytes() {
        return bytes;
    }

    public int size() {
        return size;
    }

    /// {@return the exact body; empty when there was none, or when it is a file that is read as it
    /// comes}
    public static Optional<byte[]> of(ServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof CollectedBody body
                ? Optional.of(body.exact())
                : Optional.empty();
    }

    private byte[] exact() {
        return bytes.length == size ? bytes : Arrays.copyOf(bytes, size);
    }
}
