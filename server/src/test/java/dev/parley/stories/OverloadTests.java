package dev.parley.stories;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.testing.ChildServer;
import dev.parley.testing.RawConnection;
import dev.parley.testing.Simulator;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Every known attack at once, on a server with its ordinary heap: stalled heads, bodies and
/// readers, megabytes for existing and unknown accounts, many sign-ins, and 14 files of 25 MB.
/// Webhooks are still answered.
///
/// A customer also sends a picture of 40,000,000 by 1 pixels.
class OverloadTests {
    private static final Logger log = LoggerFactory.getLogger(OverloadTests.class);
    private static final JsonMapper json = JsonMapper.shared();
    private static final int WEBHOOKS = 40;
    private static final int FILE = 24 * 1024 * 1024;

    /// Generous, because the test machine may be busy. The log has the actual times.
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private static final Pattern SCRIPT = Pattern.compile("src=\"([^\"]+/htmx.min.js)\"");
    private static final Pattern FORM_TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final Simulator simulator = Simulator.start();
    private final ChildServer server = ChildServer.start(simulator);
    private final HttpClient http = HttpClient.newHttpClient();
    private final List<RawConnection> lines = new ArrayList<>();
    private final String webhooks = URI.create(server.setting("WEBHOOK_URL")).getPath();
    private final String page = simulator.state().path("pages").path(0).path("id").asString();

    @AfterEach
    void end() {
        lines.forEach(RawConnection::close);
        server.close();
        simulator.stop();
    }

    @Test
    void webhooksAreAnsweredDuringAllAttacks() throws Exception {
        deliver("before", Map.of("text", "before"));
        var conversation = conversation();
        var script = script();

        crowd(150, line -> line.sends(head("/sign-in", 100)));
        crowd(100, line -> line.sends("GET /sign-in HTTP/1.1\r\nHost: a\r\nX: "));
        crowd(
                10,
                line ->
                        line.sends(
                                get(script).repeat(100).getBytes(UTF_8), Duration.ofMillis(100)));
        crowd(30, line -> megabytes(line, "/webhooks/facebook/unknown"));
        crowd(30, line -> megabytes(line, webhooks + "/data-deletion"));
        crowd(20, line -> megabytes(line, webhooks));
        var uploads = IntStream.range(0, 14).mapToObj(_ -> upload(conversation)).toList();
        var signIns = signIns(24);
        deliver("picture", Map.of("attachments", List.of(picture())));

        var took = new long[WEBHOOKS];
        for (var number = 0; number < WEBHOOKS; number++) {
            var began = System.nanoTime();
            assertThat(deliver("m_" + number, Map.of("text", "text " + number))).isEqualTo(200);
            took[number] = (System.nanoTime() - began) / 1_000_000;
        }
        Arrays.sort(took);
        log.info(
                "Under attack a webhook took {} ms (median), {} ms at most",
                took[WEBHOOKS / 2],
                took[WEBHOOKS - 1]);

        var files = uploads.stream().map(CompletableFuture::join).toList();
        assertThat(files).contains(201).isSubsetOf(201, 503, 409, 422);
        signIns.forEach(one -> assertThat(one.join()).isIn(200, 401, 422, 429, 503));
        lines.forEach(RawConnection::close);
        assertThat(status("/actuator/health/readiness")).isEqualTo(200);
        await("accepted messages are stored")
                .atMost(Duration.ofSeconds(60))
                .until(() ->
                        server.count("select count(*) from message where text like 'text %'")
                                == WEBHOOKS);
    }

    /// {@return the address of the largest script}
    private String script() throws IOException, InterruptedException {
        var page = http.send(request("/sign-in").build(), BodyHandlers.ofString()).body();
        var found = SCRIPT.matcher(page);
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private void crowd(int count, Consumer<RawConnection> stalls) {
        for (var number = 0; number < count; number++) {
            var line = RawConnection.to(server.url(), 4096);
            lines.add(line);
            try {
                stalls.accept(line);
            } catch (UncheckedIOException _) {
                // Also fine: the server closed it.
            }
        }
    }

    /// Nearly all of 4 MiB, as long as they are accepted.
    private static void megabytes(RawConnection line, String path) {
        var most = 4 * 1024 * 1024;
        line.sends(head(path, most));
        line.sends(new byte[most - 100], Duration.ofMillis(300));
    }

    private int deliver(String mid, Map<String, Object> message)
            throws IOException, InterruptedException {
        var content = new HashMap<String, Object>(message);
        content.put("mid", mid);
        var now = Instant.now().toEpochMilli();
        var event =
                Map.of(
                        "sender",
                        Map.of("id", "7001"),
                        "recipient",
                        Map.of("id", page),
                        "timestamp",
                        now,
                        "message",
                        content);
        var entry = Map.of("id", page, "time", now, "messaging", List.of(event));
        var body = json.writeValueAsBytes(Map.of("object", "page", "entry", List.of(entry)));
        var request =
                HttpRequest.newBuilder(URI.create(server.url() + webhooks))
                        .timeout(TIMEOUT)
                        .header("X-Hub-Signature-256", "sha256=" + signature(body))
                        .POST(BodyPublishers.ofByteArray(body));
        return http.send(request.build(), BodyHandlers.ofString()).statusCode();
    }

    private String signature(byte[] body) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(server.setting("APP_SECRET").getBytes(UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private String conversation() {
        return await("there is a conversation")
                .ignoreExceptions()
                .atMost(Duration.ofSeconds(60))
                .until(
                        () ->
                                json("/api/v1/conversations")
                                        .path("items")
                                        .path(0)
                                        .path("id")
                                        .asString(""),
                        id -> !id.isEmpty());
    }

    private CompletableFuture<Integer> upload(String conversation) {
        var head =
                """
                --b\r
                Content-Disposition: form-data; name="conversationId"\r
                \r
                %s\r
                --b\r
                Content-Disposition: form-data; name="file"; filename="film.bin"\r
                \r
                """
                        .formatted(conversation);
        var request =
                HttpRequest.newBuilder(URI.create(server.url() + "/api/v1/attachments"))
                        .header("Authorization", "Bearer " + server.token())
                        .header("Content-Type", "multipart/form-data; boundary=b")
                        .POST(BodyPublishers.ofInputStream(() -> parts(head)))
                        .build();
        return http.sendAsync(request, BodyHandlers.discarding())
                .thenApply(HttpResponse::statusCode)
                .exceptionally(_ -> 503);
    }

    private static InputStream parts(String head) {
        var file = new Zeros(FILE);
        var tail = new ByteArrayInputStream("\r\n--b--\r\n".getBytes(UTF_8));
        var start = new ByteArrayInputStream(head.getBytes(UTF_8));
        return new SequenceInputStream(new SequenceInputStream(start, file), tail);
    }

    /// From many addresses, with many names.
    private List<CompletableFuture<Integer>> signIns(int count)
            throws IOException, InterruptedException {
        var form = http.send(request("/sign-in").build(), BodyHandlers.ofString());
        var token = FORM_TOKEN.matcher(form.body());
        assertThat(token.find()).isTrue();
        var cookie = form.headers().firstValue("Set-Cookie").orElseThrow().split(";", -1)[0];
        return IntStream.range(0, count)
                .mapToObj(number -> {
                    var fields =
                            "name=n%d&password=wrong+password&_csrf=%s"
                                    .formatted(number, token.group(1));
                    var request =
                            request("/sign-in")
                                    .header("Cookie", cookie)
                                    .header("X-Forwarded-For", "198.51.100." + number)
                                    .header("Content-Type", "application/x-www-form-urlencoded")
                                    .POST(BodyPublishers.ofString(fields))
                                    .build();
                    return http.sendAsync(request, BodyHandlers.discarding())
                            .thenApply(HttpResponse::statusCode);
                })
                .toList();
    }

    private Map<String, Object> picture() throws IOException, InterruptedException {
        var body = new ByteArrayOutputStream();
        var head =
                """
                --b\r
                Content-Disposition: form-data; name="file"; filename="quote.pdf"\r
                Content-Type: application/pdf\r
                \r
                """;
        body.write(head.getBytes(UTF_8));
        body.write(wide(40_000_000));
        body.write("\r\n--b--\r\n".getBytes(UTF_8));
        var request =
                HttpRequest.newBuilder(URI.create(simulator.url() + "/simulator/uploads"))
                        .header("Content-Type", "multipart/form-data; boundary=b")
                        .POST(BodyPublishers.ofByteArray(body.toByteArray()))
                        .build();
        var stored = json.readTree(http.send(request, BodyHandlers.ofString()).body());
        return Map.of("type", "file", "payload", Map.of("url", stored.path("url").asString()));
    }

    /// A PNG with one row.
    private static byte[] wide(int width) throws IOException {
        var png = new ByteArrayOutputStream();
        png.write(new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10});
        var header = ByteBuffer.allocate(13).putInt(width).putInt(1);
        chunk(png, "IHDR", header.put(new byte[] {8, 6, 0, 0, 0}).array());
        var row = new ByteArrayOutputStream();
        try (var deflater = new DeflaterOutputStream(row)) {
            deflater.write(0);
            new Zeros(4 * width).transferTo(deflater);
        }
        chunk(png, "IDAT", row.toByteArray());
        chunk(png, "IEND", new byte[0]);
        return png.toByteArray();
    }

    private static void chunk(ByteArrayOutputStream png, String type, byte[] data)
            throws IOException {
        var sum = new CRC32();
        sum.update(type.getBytes(UTF_8));
        sum.update(data);
        png.write(ByteBuffer.allocate(4).putInt(data.length).array());
        png.write(type.getBytes(UTF_8));
        png.write(data);
        png.write(ByteBuffer.allocate(4).putInt((int) sum.getValue()).array());
    }

    private JsonNode json(String path) throws IOException, InterruptedException {
        var request = request(path).header("Authorization", "Bearer " + server.token());
        return json.readTree(http.send(request.build(), BodyHandlers.ofString()).body());
    }

    private int status(String path) throws IOException, InterruptedException {
        return http.send(request(path).build(), BodyHandlers.discarding()).statusCode();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(server.url() + path))
                .timeout(Duration.ofSeconds(60));
    }

    private static String get(String path) {
        return "GET %s HTTP/1.1\r\nHost: a\r\n\r\n".formatted(path);
    }

    private static String head(String path, int length) {
        return """
        POST %s HTTP/1.1\r
        Host: a\r
        Content-Type: application/x-www-form-urlencoded\r
        Content-Length: %d\r
        \r
        """
                .formatted(path, length);
    }

    /// An input stream of so many bytes that uses no memory.
    private static final class Zeros extends InputStream {
        private int left;

        Zeros(int count) {
            left = count;
        }

        @Override
        public int read() {
            return left-- > 0 ? 0 : -1;
        }

        @Override
        public int read(byte[] target, int from, int count) {
            if (left <= 0) {
                return -1;
            }
            var some = Math.min(left, count);
            Arrays.fill(target, from, from + some, (byte) 0);
            left -= some;
            return some;
        }
    }
}
