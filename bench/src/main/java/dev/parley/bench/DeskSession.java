package dev.parley.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A signed-in user without a browser.
final class DeskSession {
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final Map<String, String> cookies = new TreeMap<>();
    private final HttpClient http;
    private final URI server;
    private String csrf = "";

    private DeskSession(HttpClient http, URI server) {
        this.http = http;
        this.server = server;
    }

    /// The demo's supervisor, who may read everything.
    static DeskSession ofSupervisor(HttpClient http, Installation installation)
            throws IOException, InterruptedException {
        var demo = installation.demoEnv();
        return signIn(
                http,
                installation.url(),
                demo.getOrDefault("SUPERVISOR_USER", ""),
                demo.getOrDefault("SUPERVISOR_PASSWORD", ""));
    }

    static DeskSession signIn(HttpClient http, URI server, String name, String password)
            throws IOException, InterruptedException {
        var session = new DeskSession(http, server);
        session.get("/sign-in");
        session.post("/sign-in", Map.of("name", name, "password", password));
        session.get("/desk");
        return session;
    }

    /// {@return the text of the page}
    String get(String path) throws IOException, InterruptedException {
        var page = send(request(path).GET().build(), 200);
        var token = CSRF.matcher(page);
        if (token.find()) {
            csrf = token.group(1);
        }
        return page;
    }

    void post(String path, Map<String, String> fields) throws IOException, InterruptedException {
        var _ = submit(path, fields);
    }

    /// {@return the text of the response}
    String submit(String path, Map<String, String> fields)
            throws IOException, InterruptedException {
        var form = new TreeMap<>(fields);
        form.put("_csrf", csrf);
        var body =
                form.entrySet().stream()
                        .map(field -> field.getKey() + "=" + encoded(field.getValue()))
                        .collect(Collectors.joining("&"));
        var request =
                request(path)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(body))
                        .build();
        return send(request, 399);
    }

    String cookieHeader() {
        return cookies.entrySet().stream()
                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
    }

    private HttpRequest.Builder request(String path) {
        var request = HttpRequest.newBuilder(server.resolve(path));
        return cookies.isEmpty() ? request : request.header("Cookie", cookieHeader());
    }

    private String send(HttpRequest request, int highest) throws IOException, InterruptedException {
        var response = http.send(request, BodyHandlers.ofString());
        if (response.statusCode() > highest) {
            throw new IllegalStateException(
                    "%s was answered with %d".formatted(request.uri(), response.statusCode()));
        }
        store(response);
        return response.body();
    }

    private void store(HttpResponse<?> response) {
        for (var line : response.headers().allValues("Set-Cookie")) {
            for (var cookie : HttpCookie.parse(line)) {
                if (cookie.getMaxAge() == 0) {
                    cookies.remove(cookie.getName());
                } else {
                    cookies.put(cookie.getName(), cookie.getValue());
                }
            }
        }
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, UTF_8);
    }
}
