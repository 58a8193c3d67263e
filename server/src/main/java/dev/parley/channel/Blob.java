package dev.parley.channel;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;

/// Bytes as a value: two with the same content are equal. Whoever hands bytes in or takes them out
/// must not change them. They lie in memory, or somewhere from where they are read anew each time.
public final class Blob {
    private final Source source;
    private final int size;

    /// Where bytes come from that do not lie in memory.
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

    /// {@return bytes that lie elsewhere, on the disk for example, for as long as they are there}
    public static Blob elsewhere(Source source, long size) {
        return new Blob(source, Math.toIntExact(size));
    }

    /// All of them, in memory: large ones are better read from [#open()].
    public byte[] bytes() {
        return source instanceof Bytes memory ? memory.bytes : head(size);
    }

    /// {@return the first bytes, so many at most}
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
