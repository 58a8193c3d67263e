package dev.parley.platform;

import jakarta.servlet.ServletRequest;
import java.util.Arrays;
import java.util.Optional;

/// The body of a request, which the web server collected before anybody was asked to act on it.
///
/// @param bytes of which the first `size` are the body; nobody may change them
public record CollectedBody(byte[] bytes, int size) {
    /// The request attribute.
    public static final String ATTRIBUTE = CollectedBody.class.getName();

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
