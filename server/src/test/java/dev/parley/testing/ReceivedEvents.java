package dev.parley.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// The events that an open desk receives.
public final class ReceivedEvents implements AutoCloseable {
    private final InputStream stream;
    private final List<String> lines = new CopyOnWriteArrayList<>();

    ReceivedEvents(InputStream stream) {
        this.stream = stream;
        Thread.startVirtualThread(this::read);
    }

    /// {@return how many events of this name were received}
    public long count(String name) {
        return lines.stream().filter(line -> line.equals("data:" + name)).count();
    }

    private void read() {
        var reader = new BufferedReader(new InputStreamReader(stream, UTF_8));
        try {
            for (var line = reader.readLine(); line != null; line = reader.readLine()) {
                lines.add(line);
            }
        } catch (IOException _) {
            // The stream was closed.
        }
    }

    @Override
    public void close() {
        try {
            stream.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
