package dev.parley.simulator;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@Story
class StalledClientsTests {
    private static final int CROWD = 250;
    private static final String BUSY = "HTTP/1.1 503 Service Unavailable";

    @LocalServerPort int port;
    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void stalledClientsDoNotBlockOthers() throws Exception {
        var stalls =
                List.of(
                        "POST /v26.0/me/messages HT",
                        head("/v26.0/me/messages", "application/json"),
                        head("/simulator/uploads", "multipart/form-data; boundary=b"),
                        head("/simulator/people", "application/json"),
                        "GET /simulator/state HTTP/1.1\r\nHost: a\r\n\r\n".repeat(20));
        for (var stall : stalls) {
            var sockets = new ArrayList<Socket>();
            for (var count = 0; count < CROWD; count++) {
                var socket = new Socket(InetAddress.getLoopbackAddress(), port);
                socket.getOutputStream().write(stall.getBytes(US_ASCII));
                sockets.add(socket);
            }
            var during = status();
            for (var socket : sockets) {
                socket.close();
            }
            assertThat(List.of(stall, during, status())).containsExactly(stall, 200, 200);
        }
    }

    /// A body without a length counts with the bytes received so far.
    @Test
    void bodiesWithoutALengthCountTowardsTheMemoryLimit() throws Exception {
        for (var path : List.of("/v26.0/me/messages", "/simulator/people")) {
            var sockets = new ArrayList<Socket>();
            for (var count = 0; count < 6; count++) {
                sockets.add(chunked(path, 7));
            }
            assertThat(sockets).extracting(StalledClientsTests::answer).contains(BUSY);
            for (var socket : sockets) {
                socket.close();
            }
        }
        assertThat(status()).isEqualTo(200);
    }

    /// Sends this many megabytes, and does not end the body.
    private Socket chunked(String path, int megabytes) throws IOException {
        var socket = new Socket(InetAddress.getLoopbackAddress(), port);
        var out = socket.getOutputStream();
        var head =
                "POST %s HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n".formatted(path);
        out.write((head + "Transfer-Encoding: chunked\r\n\r\n").getBytes(US_ASCII));
        try {
            for (var count = 0; count < megabytes; count++) {
                out.write(("100000\r\n" + " ".repeat(0x100000) + "\r\n").getBytes(US_ASCII));
            }
        } catch (IOException _) {
            // Refused while it was being sent.
        }
        return socket;
    }

    private static String answer(Socket socket) {
        try {
            socket.setSoTimeout(1_000);
            var read = new BufferedReader(new InputStreamReader(socket.getInputStream(), US_ASCII));
            return String.valueOf(read.readLine());
        } catch (IOException silent) {
            return String.valueOf(silent.getMessage());
        }
    }

    private int status() throws IOException, InterruptedException {
        var request =
                HttpRequest.newBuilder(
                                URI.create("http://127.0.0.1:%d/simulator/state".formatted(port)))
                        .timeout(Duration.ofSeconds(20))
                        .build();
        return http.send(request, BodyHandlers.discarding()).statusCode();
    }

    private static String head(String path, String type) {
        return """
        POST %s HTTP/1.1\r
        Host: a\r
        Content-Type: %s\r
        Content-Length: 100\r
        \r
        """
                .formatted(path, type);
    }
}
