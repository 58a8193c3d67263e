package dev.parley.hostile;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.parley.testing.RawHttp;
import dev.parley.testing.TestParley;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.util.regex.Pattern;

/// Signs users in.
record RawSignIn(RawHttp line) {
    private static final Pattern FORM_TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final Pattern COOKIE = Pattern.compile("(?:^|\n)(parley|XSRF-TOKEN)=([^;]+)");

    /// {@return the session cookie, as a browser sends it}
    String as(TestParley.Login login) {
        try {
            var page = line.send("GET /sign-in HTTP/1.1\r\nHost: localhost\r\n", "");
            var body =
                    "name=%s&password=%s&_csrf=%s"
                            .formatted(
                                    encoded(login.signInName()),
                                    encoded(login.password()),
                                    encoded(token(page.text())));
            var answer =
                    line.send(
                            "POST /sign-in HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\nCookie: "
                                    + cookie("XSRF-TOKEN", page)
                                    + "\r\n",
                            body);
            return cookie("parley", answer);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String token(String page) {
        var found = FORM_TOKEN.matcher(page);
        if (!found.find()) {
            throw new IllegalStateException("No form: " + page);
        }
        return found.group(1);
    }

    private static String cookie(String name, RawHttp.Answer answer) {
        return COOKIE.matcher(answer.header("set-cookie"))
                .results()
                .filter(found -> found.group(1).equals(name) && !found.group(2).isBlank())
                .map(found -> name + "=" + found.group(2))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalStateException(answer.status() + " " + answer.headers()));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8);
    }
}
