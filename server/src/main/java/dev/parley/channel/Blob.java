package dev.parley.channel;

import java.util.Arrays;

/// Bytes as a value: two with the same content are equal. Whoever hands bytes in or takes them out
/// must not change them.
public final class Blob {
    private final byte[] bytes;

    public Blob(byte[] bytes) {
        this.bytes = bytes;
    }

    public byte[] bytes() {
        return bytes;
    }

    public int size() {
        return bytes.length;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Blob blob && Arrays.equals(bytes, blob.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return "Blob[%d bytes]".formatted(bytes.length);
    }
}
