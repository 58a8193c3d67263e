package dev.parley.simulator.graph;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.parley.simulator.world.Ids;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Batches of calls. Each call is made over HTTP, so that it is counted, logged and subject to
/// faults like any other.
@RestController
class BatchController {
    private static final int MOST = 50;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final JsonMapper json;

    BatchController(JsonMapper json) {
        this.json = json;
    }

    @PostMapping(GraphGate.BATCH)
    List<@Nullable Map<String, Object>> batch(GraphCall call, HttpServletRequest request) {
        var parts = call.json("batch");
        if (!parts.isArray() || parts.isEmpty()) {
            throw new GraphRefusal(GraphErrors.missing("batch"));
        }
        if (parts.size() > MOST) {
            throw new GraphRefusal(GraphErrors.TOO_MANY_PARTS);
        }
        var to = ownAddress(request) + request.getAttribute(GraphGate.VERSION) + "/";
        return parts.valueStream()
                .<@Nullable Map<String, Object>>map(part -> answer(part, call, to))
                .toList();
    }

    private static String ownAddress(HttpServletRequest request) {
        var address = request.getLocalAddr();
        var host = address.contains(":") ? "[%s]".formatted(address) : address;
        return "http://%s:%d".formatted(host, request.getLocalPort());
    }

    /// {@return null for a part without a response}
    private @Nullable Map<String, Object> answer(JsonNode part, GraphCall call, String to) {
        try {
            var wanted = request(part, call, to);
            if (wanted.isEmpty()) {
                return unreadable();
            }
            var answer = http.send(wanted.get(), BodyHandlers.ofString());
            var shown = new LinkedHashMap<String, Object>();
            shown.put("code", answer.statusCode());
            if (call.text("include_headers").filter("false"::equals).isEmpty()) {
                shown.put("headers", headers(answer));
            }
            shown.put("body", answer.body());
            return shown;
        } catch (IOException _) {
            return null;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return null;
        }
    }

    /// A part can have its own token.
    private static Optional<HttpRequest> request(JsonNode part, GraphCall call, String to) {
        var path = part.path("relative_url").asString("").replaceAll("^/+", "");
        if (path.isEmpty() || path.startsWith("?")) {
            return Optional.empty();
        }
        var body = part.path("body").asString("");
        var own = (path + "&" + body).contains("access_token=");
        var token = own || call.token() == null ? "" : "access_token=" + encoded(call.token());
        var proof =
                own
                        ? ""
                        : call.text("appsecret_proof")
                                .map(one -> "&appsecret_proof=" + one)
                                .orElse("");
        var address = path + (path.contains("?") ? "&" : "?") + token + proof;
        try {
            return Optional.of(
                    HttpRequest.newBuilder(URI.create(to + address))
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .method(
                                    part.path("method").asString("GET"),
                                    BodyPublishers.ofString(body))
                            .build());
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /// Refuses a part without a path: it would be a batch in a batch.
    private Map<String, Object> unreadable() {
        var error = GraphErrors.invalid("batch", "has a part that is not a request");
        var shown = new LinkedHashMap<String, Object>();
        shown.put("code", error.status());
        shown.put("headers", List.of());
        shown.put("body", json.writeValueAsString(error.body(Ids.trace())));
        return shown;
    }

    private static List<Map<String, String>> headers(HttpResponse<?> answer) {
        return answer.headers().map().entrySet().stream()
                .flatMap(header ->
                        Stream.of(
                                Map.of(
                                        "name",
                                        header.getKey(),
                                        "value",
                                        header.getValue().getFirst())))
                .toList();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8);
    }
}
