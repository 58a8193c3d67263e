package dev.parley.bench;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.Locale;

/// A connection of HTTP/1.1 with one request at a time.
final class Exchange implements AutoCloseable {
    static final int INCOMPLETE = 0;

    private static final String LENGTH = "\r\ncontent-length:";
    private static final int STATUS_AT = "HTTP/1.1 ".length();

    private final SocketChannel channel;
    private ByteBuffer received = ByteBuffer.allocate(16 * 1024);
    private int end;
    private long sentAt;

    Exchange(InetSocketAddress server) throws IOException {
        channel = SocketChannel.open(server);
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        channel.configureBlocking(false);
    }

    void register(Selector selector) throws IOException {
        channel.register(selector, SelectionKey.OP_READ, this);
    }

    long sentAt() {
        return sentAt;
    }

    void send(byte[] request, long at) throws IOException {
        sentAt = at;
        end = 0;
        received.clear();
        var buffer = ByteBuffer.wrap(request);
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
    }

    /// {@return the status of the response, or that it is not complete}
    int read() {
        try {
            if (channel.read(received) < 0) {
                throw new IOException("The server closed a connection");
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        if (end == 0) {
            end = findEnd();
        }
        if (end == 0 || received.position() < end) {
            grow();
            return INCOMPLETE;
        }
        return Integer.parseInt(new String(received.array(), STATUS_AT, 3, ISO_8859_1));
    }

    private void grow() {
        if (!received.hasRemaining()) {
            received = ByteBuffer.allocate(2 * received.capacity()).put(received.flip());
        }
    }

    /// {@return where the response ends; 0 while its head is not complete}
    private int findEnd() {
        var text = new String(received.array(), 0, received.position(), ISO_8859_1);
        var head = text.indexOf("\r\n\r\n");
        if (head < 0) {
            return 0;
        }
        var lower = text.substring(0, head).toLowerCase(Locale.ROOT);
        var at = lower.indexOf(LENGTH);
        if (at < 0) {
            return text.endsWith("\r\n0\r\n\r\n") || !lower.contains("chunked")
                    ? received.position()
                    : 0;
        }
        var line = lower.substring(at + LENGTH.length());
        var stop = line.indexOf('\r');
        var length = Integer.parseInt((stop < 0 ? line : line.substring(0, stop)).strip());
        return head + 4 + length;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
