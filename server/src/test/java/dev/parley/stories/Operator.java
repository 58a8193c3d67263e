package dev.parley.stories;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import dev.parley.testing.ChildServer;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// An operator who fixes what stopped a page, and then has Parley retry.
final class Operator {
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final ChildServer server;
    private final String page;
    private final HttpClient http =
            HttpClient.newBuilder()
                    .connectTimeout(Duration.ofSeconds(2))
                    .cookieHandler(new CookieManager())
                    .build();

    Operator(ChildServer server, String page) {
        this.server = server;
        this.page = page;
    }

    /// Presses *Try again now*, as soon as the server can be reached.
    void retries() {
        await("the operator's request to succeed")
                .ignoreExceptions()
                .pollInterval(Duration.ofSeconds(1))
                .atMost(Duration.ofMinutes(3))
                .until(() -> {
                    signIn();
                    return post("/admin/traffic/" + page + "/sending", "/admin/traffic", Map.of());
                });
    }

    private void signIn() throws IOException, InterruptedException {
        var fields =
                Map.of(
                        "name", server.setting("ADMIN_USER"),
                        "password", server.setting("ADMIN_PASSWORD"));
        if (!post("/sign-in", "/sign-in", fields)) {
            throw new IllegalStateException("The operator could not sign in");
        }
    }

    private boolean post(String to, String form, Map<String, String> fields)
            throws IOException, InterruptedException {
        var asked = send(request(form).GET());
        if (asked.statusCode() == 303) {
            return true;
        }
        var token = TOKEN.matcher(asked.body());
        if (!token.find()) {
            return false;
        }
        var body =
                fields.entrySet().stream()
                        .map(field -> "&%s=%s".formatted(field.getKey(), escaped(field.getValue())))
                        .collect(Collectors.joining("", "_csrf=" + token.group(1), ""));
        return send(request(to)
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(BodyPublishers.ofString(body)))
                        .statusCode()
                == 303;
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(server.url() + path))
                .timeout(Duration.ofSeconds(10));
    }

    private HttpResponse<String> send(HttpRequest.Builder request)
            throws IOException, InterruptedException {
        return http.send(request.build(), BodyHandlers.ofString());
    }

    private static String escaped(String text) {
        return URLEncoder.encode(text, UTF_8);
    }
}
