package dev.parley.testing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// HTTP as bytes over one connection that is kept alive: for requests that no proper client would
/// send. Each must be answered, or the test fails.
public final class RawHttp implements AutoCloseable {
    private static final Duration TIMEOUT = Duration.ofMinutes(2);

    private final int port;
    private @Nullable Socket socket;
    private @Nullable InputStream in;

    public RawHttp(String url) {
        this.port = URI.create(url).getPort();
    }

    /// Sends a request, and waits for its response.
    ///
    /// @param head the request line and headers, each with its line break; the last empty line and
    ///   `Content-Length` are added
    /// @param body one character per byte
    public Answer send(String head, String body) throws IOException {
        var length = body.isEmpty() ? "" : "Content-Length: " + body.length() + "\r\n";
        return exchange(head + length + "\r\n" + body);
    }

    /// Sends exactly this, one byte per character.
    public Answer exchange(String request) throws IOException {
        var fresh = socket == null;
        try {
            return exchangeOnce(request);
        } catch (IOException gone) {
            close();
            if (fresh) {
                throw gone;
            }
            // The server may close an idle connection.
            return exchangeOnce(request);
        }
    }

    private Answer exchangeOnce(String request) throws IOException {
        var line = connect();
        try {
            line.getOutputStream().write(request.getBytes(ISO_8859_1));
        } catch (IOException _) {
            // The response may have arrived anyway.
        }
        var answer = read(request.startsWith("HEAD "));
        if ("close".equalsIgnoreCase(answer.header("connection"))) {
            close();
        }
        return answer;
    }

    private Socket connect() throws IOException {
        var open = socket;
        if (open == null) {
            open = new Socket(InetAddress.getLoopbackAddress(), port);
            open.setTcpNoDelay(true);
            open.setSoTimeout((int) TIMEOUT.toMillis());
            socket = open;
            in = new BufferedInputStream(open.getInputStream());
        }
        return open;
    }

    private Answer read(boolean headOnly) throws IOException {
        var status = line();
        while (status.startsWith("HTTP/1.1 1")) {
            var _ = headers();
            status = line();
        }
        var headers = headers();
        var code = Integer.parseInt(status.split(" ", -1)[1]);
        var type = headers.getOrDefault("content-type", "");
        if (type.startsWith("text/event-stream")) {
            close();
            return new Answer(code, headers, "");
        }
        var bare = headOnly || code == 204 || code == 304;
        return new Answer(code, headers, bare ? "" : new String(body(headers), ISO_8859_1));
    }

    private byte[] body(Map<String, String> headers) throws IOException {
        if ("chunked".equals(headers.get("transfer-encoding"))) {
            return chunks();
        }
        var length = headers.get("content-length");
        if (length != null) {
            return bytes(Integer.parseInt(length));
        }
        var rest = input().readAllBytes();
        close();
        return rest;
    }

    private byte[] chunks() throws IOException {
        var all = new ByteArrayOutputStream();
        while (true) {
            var size = Integer.parseInt(line().strip(), 16);
            all.write(bytes(size));
            var _ = line();
            if (size == 0) {
                return all.toByteArray();
            }
        }
    }

    private byte[] bytes(int count) throws IOException {
        var read = input().readNBytes(count);
        if (read.length < count) {
            throw new EOFException("Cut off after %d of %d bytes".formatted(read.length, count));
        }
        return read;
    }

    private Map<String, String> headers() throws IOException {
        var headers = new TreeMap<String, String>();
        for (var line = line(); !line.isEmpty(); line = line()) {
            var colon = line.indexOf(':');
            headers.merge(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip(),
                    (one, other) -> one + "\n" + other);
        }
        return headers;
    }

    private String line() throws IOException {
        var line = new ByteArrayOutputStream();
        for (var sign = input().read(); sign != '\n'; sign = input().read()) {
            if (sign < 0) {
                throw new EOFException("The connection was closed after: " + line);
            }
            line.write(sign);
        }
        var text = line.toString(ISO_8859_1);
        return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
    }

    private InputStream input() throws IOException {
        if (in == null) {
            throw new EOFException("Not connected");
        }
        return in;
    }

    @Override
    public void close() {
        try {
            if (socket != null) {
                socket.close();
            }
        } catch (IOException _) {
            // already closed
        }
        socket = null;
        in = null;
    }

    /// A response.
    ///
    /// @param headers by their names in lower case; repeated ones on several lines
    /// @param body one character per byte
    public record Answer(int status, Map<String, String> headers, String body) {
        public String header(String name) {
            return headers.getOrDefault(name, "");
        }

        public String text() {
            return new String(bytes(), UTF_8);
        }

        public byte[] bytes() {
            return body.getBytes(ISO_8859_1);
        }
    }
}
