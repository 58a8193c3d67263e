package dev.parley.simulator;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/// Raw HTTP, for requests that no client would send.
final class Raw {
    /// @param body in Latin-1, so that it can hold any bytes
    record Call(String method, String target, String type, String body) {}

    /// @param status 0 without a response
    record Answer(int status, String body) {}

    private Raw() {}

    static Answer send(int port, Call call) {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(15_000);
            var body = call.body().getBytes(StandardCharsets.ISO_8859_1);
            var head =
                    "%s %s HTTP/1.1\r\nHost: here\r\nConnection: close\r\nContent-Length: %d\r\n"
                            .formatted(call.method(), call.target(), body.length);
            var type = call.type().isEmpty() ? "" : "Content-Type: " + call.type() + "\r\n";
            var request = new ByteArrayOutputStream();
            request.writeBytes((head + type + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
            request.writeBytes(body);
            socket.getOutputStream().write(request.toByteArray());
            socket.getOutputStream().flush();
            return read(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException _) {
            return new Answer(0, "");
        }
    }

    private static Answer read(String answer) {
        var status = answer.matches("(?s)HTTP/1.1 \\d{3}.*") ? answer.substring(9, 12) : "0";
        return new Answer(Integer.parseInt(status), answer);
    }
}
