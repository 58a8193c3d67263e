package dev.parley.identity;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.util.Map;
import java.util.TreeMap;

/// Sends what a well-behaved client would refuse to send.
record RawHttp(URI server) {
    RawHttp(String address) {
        this(URI.create(address));
    }

    Answer get(String path, String... headers) {
        return send("GET", path, "", headers);
    }

    Answer send(String method, String path, String body, String... headers) {
        var head =
                new StringBuilder("%s %s HTTP/1.1\r\nHost: localhost\r\n".formatted(method, path));
        for (var at = 0; at < headers.length; at += 2) {
            head.append(headers[at]).append(": ").append(headers[at + 1]).append("\r\n");
        }
        head.append("Content-Length: ").append(body.getBytes(UTF_8).length).append("\r\n");
        head.append("Connection: close\r\n\r\n").append(body);
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), server.getPort())) {
            socket.getOutputStream().write(head.toString().getBytes(UTF_8));
            return Answer.read(new String(socket.getInputStream().readAllBytes(), ISO_8859_1));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /// @param headers the first of each name, whatever its case
    record Answer(int status, Map<String, String> headers, String body) {
        private static Answer read(String answer) {
            var end = answer.indexOf("\r\n\r\n");
            var lines = answer.substring(0, end).lines().toList();
            var headers = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
            for (var line : lines) {
                var colon = line.indexOf(": ");
                if (colon > 0) {
                    headers.putIfAbsent(line.substring(0, colon), line.substring(colon + 2));
                }
            }
            var status = Integer.parseInt(lines.getFirst().substring(9, 12));
            return new Answer(status, headers, answer.substring(end + 4));
        }

        String header(String name) {
            return headers.getOrDefault(name, "");
        }

        /// {@return the cookie that it sets first, as a browser sends it back}
        String cookie() {
            return header("Set-Cookie").replaceAll(";.*", "");
        }
    }
}
