package dev.parley.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/// Reads many event streams on one thread. Heartbeats do not count as events.
final class StreamReader implements AutoCloseable {
    private final Selector selector = Selector.open();
    private final List<Stream> streams = new ArrayList<>();
    private final AtomicLong events = new AtomicLong();
    private final AtomicLong bytes = new AtomicLong();
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(64 * 1024);
    private final Thread thread = Thread.ofPlatform().name("streams").unstarted(this::run);
    private volatile boolean closed;

    /// One stream, with the line that is being read.
    private static final class Stream {
        final StringBuilder line = new StringBuilder();
        boolean heartbeat;
        volatile long lastEvent;
    }

    StreamReader() throws IOException {}

    /// Opens a stream.
    ///
    /// @param cookies the header with the session's cookies
    void open(URI server, String path, String cookies) throws IOException {
        var channel = SocketChannel.open(new InetSocketAddress(server.getHost(), server.getPort()));
        var request =
                "GET %s HTTP/1.1\r\nHost: %s\r\nAccept: text/event-stream\r\nCookie: %s\r\n\r\n"
                        .formatted(path, server.getAuthority(), cookies);
        channel.write(ByteBuffer.wrap(request.getBytes(UTF_8)));
        channel.configureBlocking(false);
        var stream = new Stream();
        streams.add(stream);
        channel.register(selector, SelectionKey.OP_READ, stream);
    }

    void start() {
        thread.start();
    }

    long events() {
        return events.get();
    }

    long bytes() {
        return bytes.get();
    }

    /// {@return when the last stream received its latest event, as `System.nanoTime()`}
    long latestEvent() {
        return streams.stream().mapToLong(stream -> stream.lastEvent).max().orElse(0);
    }

    /// {@return the number of streams without an event since then}
    long silentSince(long nanos) {
        return streams.stream().filter(stream -> stream.lastEvent < nanos).count();
    }

    private void run() {
        try {
            while (!closed) {
                selector.select(this::read);
            }
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private void read(SelectionKey key) {
        var stream = (Stream) key.attachment();
        try {
            buffer.clear();
            if (((SocketChannel) key.channel()).read(buffer) < 0) {
                key.cancel();
            }
        } catch (IOException _) {
            key.cancel();
        }
        buffer.flip();
        bytes.addAndGet(buffer.remaining());
        while (buffer.hasRemaining()) {
            var letter = (char) buffer.get();
            if (letter == '\n') {
                end(stream);
            } else {
                stream.line.append(letter);
            }
        }
    }

    private void end(Stream stream) {
        var line = stream.line;
        if (line.indexOf("event:") == 0) {
            stream.heartbeat = line.indexOf("beat") > 0;
        } else if (line.indexOf("data:") == 0 && !stream.heartbeat) {
            stream.lastEvent = System.nanoTime();
            events.incrementAndGet();
        }
        line.setLength(0);
    }

    @Override
    public void close() throws IOException {
        closed = true;
        selector.wakeup();
        try {
            thread.join();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        for (var key : selector.keys()) {
            key.channel().close();
        }
        selector.close();
    }
}
