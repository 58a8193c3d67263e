package dev.parley.testing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Duration;

/// A connection for a misbehaving client: sends partial requests, reads nothing, disconnects.
public final class RawConnection implements AutoCloseable {
    private final Socket socket;

    private RawConnection(Socket socket) {
        this.socket = socket;
    }

    public static RawConnection to(String url) {
        return to(url, 64 * 1024);
    }

    /// Connects, and reads nothing yet.
    ///
    /// @param window how many bytes of a response the client can buffer before it reads
    public static RawConnection to(String url, int window) {
        var address = URI.create(url);
        try {
            var socket = new Socket();
            socket.setReceiveBufferSize(window);
            socket.connect(
                    new InetSocketAddress(InetAddress.getLoopbackAddress(), address.getPort()),
                    10_000);
            return new RawConnection(socket);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /// Sends these lines and nothing more.
    public RawConnection sends(String text) {
        return sends(text.getBytes(ISO_8859_1));
    }

    public RawConnection sends(byte[] bytes) {
        try {
            socket.getOutputStream().write(bytes);
            socket.getOutputStream().flush();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return this;
    }

    /// Sends as much of this as is accepted within this time.
    public void sends(byte[] bytes, Duration time) {
        var sending =
                Thread.ofVirtual()
                        .start(() -> {
                            try {
                                sends(bytes);
                            } catch (UncheckedIOException _) {
                                // The server does not read it.
                            }
                        });
        try {
            var _ = sending.join(time);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    /// {@return the response until the server closed the connection, or was silent for so long}
    public String receives(Duration silence) {
        var received = new ByteArrayOutputStream();
        try {
            socket.setSoTimeout((int) silence.toMillis());
            var buffer = new byte[8192];
            for (int count; (count = socket.getInputStream().read(buffer)) > 0; ) {
                received.write(buffer, 0, count);
            }
        } catch (SocketTimeoutException _) {
            // Silent.
        } catch (IOException _) {
            // Closed before everything was sent.
        }
        return received.toString(ISO_8859_1);
    }

    /// {@return the status line of the response; empty if there was none}
    public String status(Duration silence) {
        try {
            socket.setSoTimeout((int) silence.toMillis());
            var line = new StringBuilder();
            for (int letter; (letter = socket.getInputStream().read()) >= 0 && letter != '\r'; ) {
                line.append((char) letter);
            }
            return line.toString();
        } catch (IOException _) {
            return "";
        }
    }

    /// {@return whether the server has closed this connection, or does within this time}
    public boolean isClosed(Duration within) {
        try {
            socket.setSoTimeout((int) within.toMillis());
            var buffer = new byte[8192];
            while (socket.getInputStream().read(buffer) > 0) {
                // Remaining bytes of the response.
            }
            return true;
        } catch (SocketTimeoutException _) {
            return false;
        } catch (IOException _) {
            return true;
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
