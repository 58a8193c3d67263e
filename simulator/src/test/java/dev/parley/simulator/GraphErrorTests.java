package dev.parley.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.json.JsonMapper;

/// Every error of a call is returned in Graph's format.
@Story
class GraphErrorTests {
    private static final String TOKEN = "access_token=" + TestSimulator.TOKEN;

    @LocalServerPort int port;
    private TestSimulator simulator;

    @BeforeEach
    void adaHasWritten() throws IOException {
        simulator = new TestSimulator(port);
        simulator.writes("Ada Lin", "Hello");
    }

    @AfterEach
    void close() {
        simulator.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    GET    | /nobody                       | 404 | 803
                    GET    | /v26.0/sunny.tea/messages     | 404 | 803
                    GET    | /graph/me                     | 404 | 803
                    GET    | /error                        | 404 | 803
                    POST   | /v26.0/nobody                 | 404 | 803
                    GET    | /999999999                    | 400 | 100
                    GET    | /me/nonsense/more             | 400 | 2500
                    DELETE | /v26.0/me/messages            | 400 | 100
                    PUT    | /v26.0/me/messages            | 400 | 100
                    PATCH  | /v26.0/me                     | 400 | 100
                    BREW   | /v26.0/me                     | 400 | 100
                    TRACE  | /v26.0/me                     | 400 | 100
                    DELETE | /v26.0/                       | 400 | 100
                    GET    | /v26.0                        | 400 | 100
                    PUT    | /v26.0/debug_token            | 400 | 100
                    GET    | /v26.0/dialog/oauth           | 400 | 100
                    """)
    void unknownPathsAndMethodsAreRefused(String method, String path, int status, int code) {
        var answer =
                simulator.request(
                        method,
                        path + (path.contains("?") ? "&" : "?") + TOKEN,
                        "",
                        "application/x-www-form-urlencoded");
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertError(answer, code);
    }

    @Test
    void invalidBodiesAreRefused() {
        var deep = "{\"recipient\":" + "[".repeat(3000) + "]".repeat(3000) + "}";
        for (var body : new String[] {"{", "{\"a\":}", "[1,2", "\u0000", deep, "1".repeat(5000)}) {
            var answer =
                    simulator.request("POST", "/me/messages?" + TOKEN, body, "application/json");
            assertError(answer, 100);
        }
        for (var type : new String[] {"application/json", "application/vnd.api+json", "x/y"}) {
            assertError(simulator.request("POST", "/me/messages?" + TOKEN, "[]", type), 100);
            assertError(simulator.request("POST", "/me/messages?" + TOKEN, "null", type), 100);
        }
    }

    @Test
    void invalidMultipartBodiesAreRefused() {
        for (var type :
                new String[] {
                    "multipart/form-data",
                    "multipart/form-data; boundary=",
                    "multipart/form-data; boundary=other",
                    "multipart/mixed; boundary=b",
                    "multipart/form-data; boundary=\"b"
                }) {
            var body = "--b\r\nContent-Disposition: form-data; name=\"recipient\"\r\n\r\n{}";
            var answer = simulator.request("POST", "/me/messages?" + TOKEN, body, type);
            assertThat(answer.status()).as(type).isPositive();
            assertError(answer, 100);
        }
    }

    @Test
    void bodiesOf27MegabytesAreRefused() {
        var much = "x".repeat(27 * 1024 * 1024);
        var asJson = simulator.request("POST", "/me/messages?" + TOKEN, much, "application/json");
        assertThat(asJson.error().path("error_subcode").asInt(0)).isEqualTo(2018109);
        var parts =
                "--b\r\nContent-Disposition: form-data; name=\"recipient\"\r\n\r\n{\"id\":\""
                        + TestSimulator.ADA
                        + "\"}\r\n--b\r\nContent-Disposition: form-data; name=\"message\"\r\n\r\n"
                        + "{\"attachment\":{\"type\":\"file\",\"payload\":{}}}\r\n--b\r\n"
                        + "Content-Disposition: form-data; name=\"filedata\"; filename=\"a.bin\"\r\n"
                        + "Content-Type: application/octet-stream\r\n\r\n"
                        + much
                        + "\r\n--b--\r\n";
        var asFile =
                simulator.request(
                        "POST", "/me/messages?" + TOKEN, parts, "multipart/form-data; boundary=b");
        assertThat(asFile.error().path("error_subcode").asInt(0)).isEqualTo(2018109);
        assertThat(simulator.says(TestSimulator.ADA, "Still here").status()).isEqualTo(200);
    }

    /// No real client sends these.
    @Test
    void invalidRequestLinesAreRefused() throws IOException {
        var token = TestSimulator.TOKEN;
        for (var line :
                new String[] {
                    "GET /me%zz?access_token=" + token + " HTTP/1.1",
                    "GET /me%00?access_token=" + token + " HTTP/1.1",
                    "GET /%c0%af/me?access_token=" + token + " HTTP/1.1",
                    "GET /me%2Fmessages?access_token=" + token + " HTTP/1.1",
                    "GET /me/..;/x?access_token=" + token + " HTTP/1.1",
                    "GET /../../me HTTP/1.1",
                    "GET /me?" + "x".repeat(40_000) + " HTTP/1.1",
                    "GET /m\u00e9?access_token=" + token + " HTTP/1.1",
                    "GET me HTTP/1.1",
                }) {
            var body = raw(line);
            var json = new JsonMapper().readTree(body);
            assertThat(json.at("/error/code").asInt(0)).as(line + "\n" + body).isPositive();
            assertThat(json.at("/error/fbtrace_id").isString()).isTrue();
        }
    }

    @Test
    void invalidEscapesInParametersAreReadLiterally() throws IOException {
        var body =
                raw(
                        "GET /me?fields=name&x=%zz&y=%&%C3=%ED%A0%80&access_token="
                                + TestSimulator.TOKEN
                                + " HTTP/1.1");
        assertThat(body).contains("Sunny Tea");
        var text =
                simulator.request(
                        "POST",
                        "/me/messages",
                        "recipient[id]=" + TestSimulator.ADA + "&message[text]=100%&" + TOKEN,
                        "application/x-www-form-urlencoded");
        assertThat(text.status()).isEqualTo(200);
        assertThat(simulator.read("sends").at("/0/text").asString()).isEqualTo("100%");
    }

    @Test
    void aLoneSurrogateIsAccepted() {
        var half =
                "{\"recipient\":{\"id\":\"%s\"},\"message\":{\"text\":\"a\\ud83d\",\"metadata\":\"\\udc00\"}}"
                        .formatted(TestSimulator.ADA);
        assertThat(
                        simulator
                                .request("POST", "/me/messages?" + TOKEN, half, "application/json")
                                .status())
                .isEqualTo(200);
        for (var place :
                new String[] {"sends", "calls", "ledger", "threads", "state", "webhooks"}) {
            assertThat(simulator.get("/simulator/" + place).status()).as(place).isEqualTo(200);
        }
    }

    @Test
    void aCallThatIsTooLongIsTruncatedInTheLog() {
        simulator.send(
                Map.of(
                        "recipient",
                        Map.of("id", TestSimulator.ADA),
                        "message",
                        Map.of("text", "x".repeat(3_000_000))));
        assertThat(simulator.get("/simulator/calls").body().length()).isLessThan(100_000);
        assertThat(simulator.get("/simulator/ledger").body().length()).isLessThan(100_000);
    }

    private static void assertError(TestSimulator.Answer answer, int code) {
        assertThat(answer.status()).as(answer.body()).isBetween(400, 499);
        assertThat(answer.error().path("code").asInt(0)).as(answer.body()).isEqualTo(code);
        assertThat(answer.error().path("type").asString("")).endsWith("Exception");
        assertThat(answer.error().path("message").isString()).isTrue();
        assertThat(answer.error().path("fbtrace_id").isString()).isTrue();
        assertThat(answer.headers().get("content-type")).startsWith("application/json");
    }

    /// {@return the body of the response}
    private String raw(String line) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(10_000);
            OutputStream out = socket.getOutputStream();
            var request = line + "\r\nHost: here\r\nConnection: close\r\n\r\n";
            out.write(request.getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
            var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return answer.replaceAll("(?s)^.*?\r\n\r\n", "")
                    .replaceAll("(?s)^[^{]*\\{", "{")
                    .replaceAll("(?s)\\}[^}]*$", "}");
        }
    }
}
