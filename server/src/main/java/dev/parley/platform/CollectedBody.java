package dev.parley.platform;

import jakarta.servlet.ServletRequest;
import java.util.Arrays;
import java.util.Optional;

/// The body of a request, which the web server collected before the request was dispatched.
///
/// The first `size` bytes of the array are the body. The array must not be modified.
public final class CollectedBody {
    /// The request attribute.
    public static final String ATTRIBUTE = CollectedBody.class.getName();

    /// Of a request without a body.
    public static final CollectedBody EMPTY = new CollectedBody(new byte[0], 0);

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

    /// {@return the exact body; empty when there is none, or when it is a file that is streamed}
    public static Optional<byte[]> of(ServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof CollectedBody body
                ? Optional.of(body.exact())
                : Optional.empty();
    }

    /// {@return the body alone; a copy if the array is longer}
    public byte[] exact() {
        return bytes.length == size ? bytes : Arrays.copyOf(bytes, size);
    }
}
