package dev.parley.channel;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;

/// Bytes as a value: two with the same content are equal. Callers must not change bytes that they
/// pass in or get out. The bytes are in memory, or in a source that is read again each time.
public final class Blob {
    private final Source source;
    private final int size;

    /// The source of bytes that are not in memory.
    @FunctionalInterface
    public interface Source {
        /// {@return all of them, from the first}
        InputStream open() throws IOException;
    }

    public Blob(byte[] bytes) {
        this(new Bytes(bytes), bytes.length);
    }

    private Blob(Source source, int size) {
        this.source = source;
        this.size = size;
    }

    /// {@return bytes that are stored elsewhere, such as on disk, for as long as they exist there}
    public static Blob from(Source source, long size) {
        return new Blob(source, Math.toIntExact(size));
    }

    /// All bytes, in memory. Read large content from [#open()] instead.
    public byte[] bytes() {
        return source instanceof Bytes memory ? memory.bytes : head(size);
    }

    /// {@return the first bytes, at most `count`}
    public byte[] head(int count) {
        try (var stream = open()) {
            return stream.readNBytes(count);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    public InputStream open() throws IOException {
        return source.open();
    }

    public int size() {
        return size;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Blob blob && Arrays.equals(bytes(), blob.bytes());
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes());
    }

    @Override
    public String toString() {
        return "Blob[%d bytes]".formatted(size);
    }

    private static final class Bytes implements Source {
        private final byte[] bytes;

        Bytes(byte[] bytes) {
            this.bytes = bytes;
        }

        @Override
        public InputStream open() {
            return new ByteArrayInputStream(bytes);
        }
    }
}
