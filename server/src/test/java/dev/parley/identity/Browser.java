package dev.parley.identity;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// As much of a browser as signing in needs: cookies, and forms with their CSRF token.
public final class Browser {
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final CookieManager cookies = new CookieManager();
    private final HttpClient http = HttpClient.newBuilder().cookieHandler(cookies).build();
    private String address;

    public Browser(String address) {
        this.address = address;
    }

    /// The server has another port; cookies of a host are valid on all its ports.
    void moveTo(String elsewhere) {
        address = elsewhere;
    }

    public HttpResponse<String> get(String path) {
        return send(request(path).header("Accept", "text/html").GET());
    }

    HttpResponse<String> getAs(String path, String language) {
        return send(request(path).header("Accept-Language", language).GET());
    }

    /// Sends the form as if it had been filled in on the page at `from`.
    public HttpResponse<String> submit(String from, String to, Map<String, String> fields) {
        var token = TOKEN.matcher(get(from).body());
        if (!token.find()) {
            throw new IllegalStateException("No form at " + from);
        }
        return post(to, encoded(fields) + "&_csrf=" + encoded(token.group(1)));
    }

    HttpResponse<String> submitWithoutToken(String to, Map<String, String> fields) {
        return post(to, encoded(fields));
    }

    public HttpResponse<String> signIn(String name, String password) {
        return submit("/sign-in", "/sign-in", Map.of("name", name, "password", password));
    }

    String cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .map(cookie -> cookie.getValue())
                .findFirst()
                .orElse("");
    }

    private HttpResponse<String> post(String to, String body) {
        return send(
                request(to)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(address + path));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    private static String encoded(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8);
    }
}
