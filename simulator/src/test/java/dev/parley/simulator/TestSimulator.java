package dev.parley.simulator;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The simulator for tests: reset, with calls as the page, and an app that receives webhooks.
final class TestSimulator implements AutoCloseable {
    static final String APP = "415200300400500";
    static final String SECRET = "5b8e1c7a9d3f4e6082a1c4d7e9f0b2a3";
    static final String PAGE = "104200300400501";
    static final String TOKEN = "EAAsunnyTea104200300400501";
    static final String ADA = "24101000000007919";
    static final String ALL_FIELDS =
            "messages,message_echoes,message_deliveries,message_reads,message_reactions,"
                    + "message_edits,messaging_postbacks,messaging_referrals,messaging_optins,"
                    + "messaging_account_linking,messaging_feedback,response_feedback,messaging_handovers,"
                    + "standby,messaging_policy_enforcement,inbox_labels,feed";

    /// An HTTP response.
    record Answer(int status, String body, Map<String, String> headers) {
        JsonNode json() {
            return new JsonMapper().readTree(body);
        }

        JsonNode error() {
            return json().path("error");
        }
    }

    private final JsonMapper json = new JsonMapper();
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String base;
    final Receiver app;

    TestSimulator(int port) throws IOException {
        this(port, new Receiver());
    }

    private TestSimulator(int port, Receiver app) {
        this.app = app;
        base = "http://127.0.0.1:" + port;
        post("/simulator/reset", Map.of());
    }

    String base() {
        return base;
    }

    /// Both levels of subscription, with all fields.
    void connect() {
        form("/v26.0/" + APP + "/subscriptions", registration());
        form(
                "/v26.0/" + PAGE + "/subscribed_apps",
                Map.of("subscribed_fields", ALL_FIELDS, "access_token", TOKEN));
    }

    Map<String, String> registration() {
        return Map.of(
                "object",
                "page",
                "callback_url",
                app.url(),
                "verify_token",
                Receiver.VERIFY_TOKEN,
                "fields",
                ALL_FIELDS,
                "access_token",
                APP + "|" + SECRET);
    }

    JsonNode writes(String person, String text) {
        return act("messages", Map.of("person", person, "page", PAGE, "text", text));
    }

    /// {@return the response of the control API, which must not be an error}
    JsonNode act(String what, Object body) {
        var answer = post("/simulator/" + what, body);
        if (answer.status() >= 300) {
            throw new AssertionError(what + ": " + answer);
        }
        return answer.body().isEmpty() ? json.createObjectNode() : answer.json();
    }

    JsonNode read(String what) {
        return get("/simulator/" + what).json();
    }

    Answer says(String psid, String text) {
        return send(Map.of("recipient", Map.of("id", psid), "message", Map.of("text", text)));
    }

    Answer send(Map<String, Object> body) {
        return post("/v26.0/me/messages?access_token=" + TOKEN, body);
    }

    void faults(Map<String, Object> faults) {
        request("PUT", "/simulator/faults", json.writeValueAsString(faults), "application/json");
    }

    /// Adds a fault to those that are set.
    JsonNode fault(Map<String, Object> fault) {
        return act("faults", fault);
    }

    void limits(Map<String, Object> limits) {
        request("PUT", "/simulator/limits", json.writeValueAsString(limits), "application/json");
    }

    void setClock(Map<String, Object> clock) {
        request("PUT", "/simulator/clock", json.writeValueAsString(clock), "application/json");
    }

    JsonNode thread(String person) {
        return read("threads/" + PAGE + "/" + person.replace(" ", "%20"));
    }

    Answer get(String path) {
        return exchange(HttpRequest.newBuilder(URI.create(base + path)).GET());
    }

    Answer post(String path, Object body) {
        return request("POST", path, json.writeValueAsString(body), "application/json");
    }

    Answer form(String path, Map<String, String> fields) {
        var body =
                fields.entrySet().stream()
                        .map(field -> field.getKey() + "=" + encoded(field.getValue()))
                        .collect(Collectors.joining("&"));
        return request("POST", path, body, "application/x-www-form-urlencoded");
    }

    Answer request(String method, String path, String body, String contentType) {
        return exchange(
                HttpRequest.newBuilder(URI.create(base + path))
                        .header("Content-Type", contentType)
                        .method(method, BodyPublishers.ofString(body)));
    }

    /// The same for a body of arbitrary bytes, as Latin-1.
    Answer bytes(String path, String latin, String contentType) {
        return exchange(
                HttpRequest.newBuilder(URI.create(base + path))
                        .header("Content-Type", contentType)
                        .POST(BodyPublishers.ofString(latin, StandardCharsets.ISO_8859_1)));
    }

    Answer exchange(HttpRequest.Builder request) {
        try {
            var answer = http.send(request.build(), BodyHandlers.ofString());
            var headers =
                    answer.headers().map().entrySet().stream()
                            .collect(
                                    Collectors.toMap(
                                            Map.Entry::getKey,
                                            header -> header.getValue().getFirst()));
            return new Answer(answer.statusCode(), answer.body(), headers);
        } catch (IOException cut) {
            return new Answer(0, "", Map.of());
        } catch (InterruptedException stopped) {
            throw new AssertionError(stopped);
        }
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        app.close();
    }
}
