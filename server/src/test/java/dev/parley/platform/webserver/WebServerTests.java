package dev.parley.platform.webserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.testing.RawConnection;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WebServerTests {
    private static final int CROWD = 300;
    private static final Duration QUICKLY = Duration.ofSeconds(10);
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void stalledClientsDoNotBlockOthers() throws Exception {
        try (var server = new GuardedServer("requests=20", "stalled-after=5m")) {
            othersAreServedWhile(server, line -> {}, "that say nothing");
            othersAreServedWhile(server, line -> line.sends("POST /count HT"), "half a head");
            othersAreServedWhile(server, line -> line.sends(head("/count", 100)), "no body");
            othersAreServedWhile(
                    server, line -> line.sends(head("/hooks/known", 100) + "{"), "half a body");
            othersAreServedWhile(server, line -> line.sends(file("/count")), "half a file");
            othersAreServedWhile(server, line -> line.sends(get("/much")), "nobody reads");
            othersAreServedWhile(server, line -> line.sends(get("/stream")), "streams");
        }
    }

    @Test
    void healthIsReportedWhileAllOthersWait() throws Exception {
        try (var server = new GuardedServer("requests=10")) {
            var blocked = new ArrayList<RawConnection>();
            for (var count = 0; count < 20; count++) {
                blocked.add(RawConnection.to(server.url()).sends(get("/blocked")));
            }
            await().atMost(TIMEOUT).until(() -> server.calls.get() == 10);

            assertThat(get(server, "/actuator/health/liveness")).isEqualTo(200);

            server.unblocked.release(20);
            blocked.forEach(RawConnection::close);
        }
    }

    @Test
    void directEndpointsAnswerWhileAllOthersWait() throws Exception {
        try (var server = new GuardedServer("requests=10");
                var direct = RawConnection.to(server.url())) {
            var blocked = new ArrayList<RawConnection>();
            for (var count = 0; count < 20; count++) {
                blocked.add(RawConnection.to(server.url()).sends(get("/blocked")));
            }
            await().atMost(TIMEOUT).until(() -> server.calls.get() == 10);

            direct.sends(head("/direct", 3) + "abc");
            assertThat(direct.status(Duration.ofMillis(300))).isEmpty();
            server.released.complete(null);
            assertThat(direct.status(TIMEOUT)).isEqualTo("HTTP/1.1 202 Accepted");

            server.unblocked.release(20);
            blocked.forEach(RawConnection::close);
        }
    }

    @Test
    void directEndpointsMayTakeLongerThanAConnectionMayBeIdle() {
        try (var server = new GuardedServer("idle-timeout=1s", "stalled-after=20s");
                var waiting = RawConnection.to(server.url());
                var idle = RawConnection.to(server.url())) {
            waiting.sends(head("/direct", 3) + "abc");
            assertThat(idle.isClosed(TIMEOUT)).isTrue();
            assertThat(waiting.isClosed(Duration.ofSeconds(1))).isFalse();

            server.released.complete(null);

            assertThat(waiting.status(TIMEOUT)).isEqualTo("HTTP/1.1 202 Accepted");
        }
    }

    @Test
    void directEndpointsThatFailAnswer500() {
        try (var server = new GuardedServer();
                var broken = RawConnection.to(server.url());
                var ambiguous = RawConnection.to(server.url())) {
            broken.sends(head("/direct/broken", 0));
            assertThat(broken.status(TIMEOUT)).isEqualTo("HTTP/1.1 500 Server Error");

            server.released.complete(null);
            // Refused by Jetty, before anybody reads the address.
            ambiguous.sends(head("/%2e/direct", 0));
            assertThat(ambiguous.status(TIMEOUT)).isEqualTo("HTTP/1.1 400 Bad Request");
        }
    }

    @Test
    void tooSlowClientsAreDisconnected() {
        try (var server =
                        new GuardedServer("stalled-after=1s", "min-rate=10KB", "idle-timeout=2s");
                var halfHead = RawConnection.to(server.url()).sends("GET /count HTTP/1.1\r\nA: ");
                var noBody = RawConnection.to(server.url()).sends(head("/count", 100));
                var halfFile = RawConnection.to(server.url()).sends(file("/count"));
                var stream = RawConnection.to(server.url()).sends(get("/stream"));
                var reader = RawConnection.to(server.url(), 4096).sends(get("/much"))) {
            // One byte now and then is too slow.
            await().atMost(TIMEOUT)
                    .pollInterval(Duration.ofMillis(300))
                    .until(() -> isRefused(() -> halfHead.sends("b")));
            assertThat(noBody.isClosed(TIMEOUT)).isTrue();
            assertThat(halfFile.isClosed(TIMEOUT)).isTrue();
            assertThat(reader.receives(TIMEOUT).length()).isLessThan(GuardedServer.MUCH);
            assertThat(stream.isClosed(Duration.ofSeconds(3))).isFalse();
        }
    }

    @Test
    void slowClientsAboveTheMinimumRateAreServed() {
        try (var server = new GuardedServer("stalled-after=20s");
                var line = RawConnection.to(server.url()).sends(head("/hooks/known", 3))) {
            line.sends("a");
            assertThat(line.status(Duration.ofMillis(300))).isEmpty();
            line.sends("bc");
            assertThat(line.status(TIMEOUT)).isEqualTo("HTTP/1.1 200 OK");
        }
    }

    @Test
    void bodiesShareOneBudgetWithAReserveForSmallOnes() throws Exception {
        try (var server = new GuardedServer("bodies-in-memory=1MB")) {
            var stalled = new ArrayList<RawConnection>();
            for (var count = 0; count < 2; count++) {
                stalled.add(
                        RawConnection.to(server.url())
                                .sends(head("/hooks/known", 400_000))
                                .sends(new byte[390_000]));
            }
            var full =
                    await("the others' bytes fill the budget")
                            .atMost(TIMEOUT)
                            .until(
                                    () -> post(server, "/hooks/known", 400_000),
                                    answer -> answer.statusCode() == 503);
            assertThat(full.headers().firstValue("Retry-After")).isPresent();
            assertThat(post(server, "/hooks/known", 40_000).body()).isEqualTo("40000");

            stalled.forEach(RawConnection::close);
            await("they have disconnected")
                    .atMost(TIMEOUT)
                    .until(() -> post(server, "/hooks/known", 400_000).body().equals("400000"));
        }
    }

    @Test
    void unwantedBodiesAreRefusedBeforeTheyAreRead() throws Exception {
        try (var server = new GuardedServer();
                var unknown = RawConnection.to(server.url()).sends(head("/hooks/unknown", 100));
                var tooLarge = RawConnection.to(server.url()).sends(head("/hooks/known", 600_000));
                var form = RawConnection.to(server.url()).sends(head("/count", 600_000));
                var endless = RawConnection.to(server.url())) {
            assertThat(unknown.status(TIMEOUT)).isEqualTo("HTTP/1.1 404 Not Found");
            assertThat(unknown.isClosed(TIMEOUT)).isTrue();
            assertThat(tooLarge.status(TIMEOUT)).isEqualTo("HTTP/1.1 413 Payload Too Large");
            assertThat(form.status(TIMEOUT)).isEqualTo("HTTP/1.1 413 Payload Too Large");

            endless.sends(
                    "POST /hooks/known HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n");
            var block = "10000\r\n" + "x".repeat(0x10000) + "\r\n";
            var _ = isRefused(() -> endless.sends(block.repeat(9)));
            assertThat(endless.status(TIMEOUT)).isEqualTo("HTTP/1.1 413 Payload Too Large");

            assertThat(post(server, "/api/things", 2_000_000).body()).contains("\"status\":413");
            assertThat(server.calls).hasValue(0);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "chunked, '-5\r\n', 400",
        "chunked, '3;a=\"\r\n\"\r\nabc\r\n0\r\n\r\n', 400",
        "chunked, '3\r\nabc!!', 400",
        "chunked, '0\r\nA: a\u0000\r\n\r\n', 400",
        "'gzip, chunked', '0\r\n\r\n', 501",
        "'chunked, gzip, chunked', '0\r\n\r\n', 400"
    })
    void aBodyThatIsNoneIsTheClientsFault(String coding, String body, int status) {
        try (var server = new GuardedServer()) {
            for (var head :
                    List.of(
                            "POST /count HTTP/1.1\r\nHost: a\r\n",
                            "POST /hooks/known HTTP/1.1\r\nHost: a\r\n",
                            fileHead("/count"))) {
                try (var line = RawConnection.to(server.url())) {
                    line.sends(head + "Transfer-Encoding: " + coding + "\r\n\r\n" + body);
                    assertThat(line.status(TIMEOUT)).startsWith("HTTP/1.1 " + status);
                    assertThat(line.isClosed(TIMEOUT)).isTrue();
                }
            }
        }
    }

    @Test
    void trailersAreBounded() {
        try (var server = new GuardedServer();
                var line = RawConnection.to(server.url())) {
            line.sends("POST /count HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n");
            var _ = isRefused(() -> line.sends("0\r\n" + "A: b\r\n".repeat(40_000) + "\r\n"));
            assertThat(line.status(TIMEOUT)).isEqualTo("HTTP/1.1 400 Bad Request");
        }
    }

    @Test
    void aFileIsAcceptedOnlyWhereFilesAreUploaded() {
        try (var server = new GuardedServer()) {
            for (var address : List.of("/much", "/hooks/known", "/api/things")) {
                try (var line = RawConnection.to(server.url())) {
                    line.sends(file(address, 3_000_000));
                    assertThat(line.status(TIMEOUT)).isEqualTo("HTTP/1.1 413 Payload Too Large");
                }
            }
            assertThat(server.calls).hasValue(0);
        }
    }

    /// 20 MB that are sent as 20 KB.
    @ParameterizedTest
    @CsvSource({"/count", "/hooks/known", "/api/things"})
    void compressedBodiesAreNotDecoded(String address) throws Exception {
        try (var server = new GuardedServer()) {
            for (var coding : List.of("gzip", "GZIP", "deflate, gzip", "br")) {
                var request =
                        HttpRequest.newBuilder(URI.create(server.url() + address))
                                .header("Content-Encoding", coding)
                                .POST(BodyPublishers.ofByteArray(compressed(20_000_000)));
                assertThat(answer(request)).isEqualTo(415);
            }
            assertThat(server.calls).hasValue(0);

            var plain =
                    HttpRequest.newBuilder(URI.create(server.url() + address))
                            .header("Content-Encoding", "identity")
                            .POST(BodyPublishers.ofString("abc"));
            assertThat(answer(plain)).isEqualTo(200);
        }
    }

    /// If a connection is closed while the client is still sending, the response is lost with it.
    @Test
    void clientsThatSendEverythingFirstReceiveTheRefusal() throws Exception {
        try (var server = new GuardedServer()) {
            for (var count = 0; count < 20; count++) {
                try (var eager = RawConnection.to(server.url());
                        var unread = RawConnection.to(server.url())) {
                    eager.sends(head("/hooks/known", 3_000_000)).sends(new byte[3_000_000]);
                    assertThat(eager.status(TIMEOUT)).isEqualTo("HTTP/1.1 413 Payload Too Large");
                    assertThat(eager.isClosed(TIMEOUT)).isTrue();

                    var size = 3_000_000;
                    unread.sends(file("/refusal", size)).sends(new byte[size]);
                    assertThat(unread.status(TIMEOUT)).isEqualTo("HTTP/1.1 403 Forbidden");
                }
            }
        }
    }

    @Test
    void oneAddressCannotUseAllConnections() throws Exception {
        try (var server = new GuardedServer("per-address=3")) {
            var stalled = new ArrayList<RawConnection>();
            for (var count = 0; count < 3; count++) {
                stalled.add(RawConnection.to(server.url()).sends(from("203.0.113.7", "/stream")));
                assertThat(stalled.getLast().status(TIMEOUT)).endsWith("200 OK");
            }
            try (var more = RawConnection.to(server.url()).sends(from("203.0.113.7", "/count"));
                    var other =
                            RawConnection.to(server.url())
                                    .sends(from("203.0.113.7, 203.0.113.8", "/count"))) {
                assertThat(more.status(TIMEOUT)).endsWith("503 Service Unavailable");
                assertThat(other.status(TIMEOUT)).endsWith("200 OK");
            }
            stalled.forEach(RawConnection::close);
        }
    }

    @Test
    void theConnectionStalledLongestIsClosedForANewOne() throws Exception {
        try (var server = new GuardedServer("connections=10");
                var first = RawConnection.to(server.url()).sends("GET /count HT")) {
            var more = new ArrayList<RawConnection>();
            for (var count = 0; count < 12; count++) {
                more.add(RawConnection.to(server.url()));
            }
            assertThat(first.isClosed(TIMEOUT)).isTrue();
            assertThat(get(server, "/count")).isEqualTo(200);
            more.forEach(RawConnection::close);
        }
    }

    private void othersAreServedWhile(
            GuardedServer server, Consumer<RawConnection> stall, String how) throws Exception {
        var stalled = new ArrayList<RawConnection>();
        for (var count = 0; count < CROWD; count++) {
            stalled.add(RawConnection.to(server.url(), 4096));
            stall.accept(stalled.getLast());
        }
        var during = get(server, "/count");
        var body = post(server, "/hooks/known", 1000).body();
        stalled.forEach(RawConnection::close);
        assertThat(List.of(how, during, body, get(server, "/count")))
                .containsExactly(how, 200, "1000", 200);
    }

    private static boolean isRefused(Runnable saying) {
        try {
            saying.run();
            return false;
        } catch (RuntimeException _) {
            return true;
        }
    }

    private static String get(String path) {
        return "GET %s HTTP/1.1\r\nHost: a\r\n\r\n".formatted(path);
    }

    private static String from(String address, String path) {
        return "GET %s HTTP/1.1\r\nHost: a\r\nX-Forwarded-For: %s\r\n\r\n".formatted(path, address);
    }

    private static String head(String path, int length) {
        return "POST %s HTTP/1.1\r\nHost: a\r\nContent-Length: %d\r\n\r\n".formatted(path, length);
    }

    private static String file(String path) {
        return file(path, 1000) + "--b\r\n";
    }

    private static String file(String path, int length) {
        return fileHead(path) + "Content-Length: %d\r\n\r\n".formatted(length);
    }

    private static String fileHead(String path) {
        return """
        POST %s HTTP/1.1\r
        Host: a\r
        Cookie: parley=x\r
        Content-Type: multipart/form-data; boundary=b\r
        """
                .formatted(path);
    }

    private int get(GuardedServer server, String path) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(server.url() + path)).timeout(QUICKLY);
        return http.send(request.build(), BodyHandlers.ofString()).statusCode();
    }

    private HttpResponse<String> post(GuardedServer server, String path, int size)
            throws IOException, InterruptedException {
        var request =
                HttpRequest.newBuilder(URI.create(server.url() + path))
                        .timeout(QUICKLY)
                        .POST(BodyPublishers.ofByteArray(new byte[size]));
        return http.send(request.build(), BodyHandlers.ofString());
    }

    private int answer(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), BodyHandlers.discarding()).statusCode();
    }

    private static byte[] compressed(int zeros) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write(new byte[zeros]);
        }
        return bytes.toByteArray();
    }
}
