package dev.parley.identity;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.parley.testing.RawHttp;
import dev.parley.testing.TestPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Attacks on the sign-in.
@Timeout(120)
@ExtendWith(OutputCaptureExtension.class)
class SignInAttacksTests {
    private static final String PASSWORD = SigningInTests.PASSWORD;

    @TempDir static Path directory;
    static HikariDataSource database;
    static RestartableServer server;

    @BeforeAll
    static void start() {
        database = TestPostgres.freshDatabase();
        server = new RestartableServer(database, directory);
        var users = server.get(Users.class);
        users.ensure("root", "Root", PASSWORD, Set.of(Role.ADMINISTRATOR));
        users.ensure("ann", "Ann Chen", PASSWORD, Set.of(Role.AGENT));
    }

    @AfterAll
    static void stop() {
        server.close();
        database.close();
    }

    @Test
    void aResetByAnAdministratorEndsTheWait() {
        var id = server.get(Users.class).ensure("bea", "Bea", PASSWORD, Set.of(Role.AGENT));
        var bea = new Browser(server.address());
        for (var guess = 0; guess < 6; guess++) {
            bea.signIn("bea", "guess");
        }
        assertThat(bea.signIn("bea", PASSWORD).body()).contains("Wait 15 minutes");

        var page = "/admin/users/" + id;
        var reset = signedIn("root").submit(page, page + "/password", Map.of());
        var password =
                reset.body().replaceAll("(?s).*?\\b(?<!-)(\\w{4}(?:-\\w{4}){3})\\b(?!-).*", "$1");

        assertThat(bea.signIn("bea", password).statusCode()).isEqualTo(303);
    }

    @Test
    void aBrowserThatSignedInBeforeIsNotLockedOutByStrangers() {
        server.get(Users.class).ensure("dora", "Dora", PASSWORD, Set.of(Role.AGENT));
        var dora = signedIn("dora");
        dora.submit("/account", "/sign-out", Map.of());
        var stranger = new Browser(server.address());
        for (var guess = 0; guess <= SignInThrottle.PER_NAME; guess++) {
            stranger.signIn("dora", "guess");
        }

        assertThat(stranger.signIn("dora", PASSWORD).body()).contains("Wait 15 minutes");
        assertThat(dora.signIn("dora", PASSWORD).statusCode()).isEqualTo(303);
    }

    @Test
    void theCurrentPasswordCannotBeGuessedInAStolenSession() {
        server.get(Users.class).ensure("carl", "Carl", PASSWORD, Set.of(Role.AGENT));
        var thief = signedIn("carl");
        for (var guess = 0; guess < SignInThrottle.PER_NAME; guess++) {
            assertThat(change(thief, "guess " + guess).body())
                    .contains("not your current password");
        }

        assertThat(change(thief, PASSWORD).body()).contains("Wait 15 minutes");
        assertThat(signedIn("carl").get("/account").statusCode())
                .as("its owner can still sign in")
                .isEqualTo(200);
    }

    @Test
    void aCopyOfTheDatabaseOpensNoSession() {
        var ann = signedIn("ann");
        var cookie = new String(Base64.getDecoder().decode(ann.cookie("parley")), UTF_8);
        var stored =
                JdbcClient.create(database)
                        .sql("select session_id from spring_session")
                        .query((row, _) -> row.getString(1))
                        .list();

        assertThat(stored).isNotEmpty().doesNotContain(cookie);
        for (var id : stored) {
            var tried = Base64.getEncoder().encodeToString(id.getBytes(UTF_8));
            assertThat(status("/account", "Cookie", "parley=" + tried)).isEqualTo(303);
        }
        assertThat(ann.get("/account").statusCode()).isEqualTo(200);
    }

    @Test
    void aSignInSucceedsWhateverPageWasRequested() {
        for (var page : List.of("/desk?view=a|b", "/desk?view=%5Ba%5D&x=%7C", "/desk?a={b}&c=^`")) {
            var answer = signInWith(cookie(ask(page, "Accept", "text/html")));

            assertThat(answer.status()).as(page).isEqualTo(303);
            assertThat(answer.header("location")).startsWith("/desk?");
        }
        for (var odd :
                List.of(
                        "%%%",
                        "AAAA",
                        base64("//evil.example"),
                        base64("https://evil.example"),
                        base64("/\\evil.example"),
                        base64("/a\r\nX: y"),
                        "a".repeat(4000))) {
            var answer = signInWith("requested=" + odd);

            assertThat(answer.status()).as(odd).isEqualTo(303);
            assertThat(answer.header("location")).as(odd).isEqualTo("/");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "X-Forwarded-Proto; a|b",
                "X-Forwarded-Proto; https, a|b",
                "X-Forwarded-Proto; javascript",
                "X-Forwarded-Host; evil.example/a?b",
                "X-Forwarded-Host; a|b",
                "X-Forwarded-Port; 1e3",
                "Forwarded; proto=a|b;host=c",
                "Forwarded; proto=javascript",
                "Forwarded; host=\"a|b\""
            })
    void aProxysHeaderThatNoProxyWritesIsIgnored(String name, String value) {
        var answer = signOutWith(name + ": " + value);

        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.header("location")).endsWith("/sign-in?signedOut").doesNotContain("|");
    }

    @Test
    void anonymousRequestsWriteNothingToTheLog(CapturedOutput output) {
        assertThat(status("/sign-in")).isEqualTo(200);
        var before = output.getAll().length();

        for (var cookie :
                List.of("AAAA", "%00", "\"", "=", "a b", base64("\0\0\0"), "x".repeat(3000))) {
            assertThat(status("/sign-in", "Cookie", "parley=" + cookie)).isLessThan(500);
            assertThat(status("/sign-in", "Cookie", "XSRF-TOKEN=" + cookie)).isLessThan(500);
            assertThat(status("/desk", "Cookie", "lang=" + cookie)).isLessThan(500);
        }
        for (var name :
                List.of(
                        "X-Forwarded-Prefix",
                        "X-Forwarded-Host",
                        "X-Forwarded-Port",
                        "X-Forwarded-Proto",
                        "X-Forwarded-For",
                        "Forwarded")) {
            for (var value :
                    List.of(
                            "https://e",
                            "a b",
                            "[",
                            "-1",
                            "99999999",
                            "for=;host=\"",
                            "%00",
                            "//e")) {
                var answer = ask("/desk", name, value);
                assertThat(answer.status()).as("%s: %s", name, value).isLessThan(500);
                assertThat(answer.header("location")).isIn("", "/sign-in");
            }
        }

        assertThat(output.getAll().substring(before)).isEmpty();
    }

    private static HttpResponse<String> change(Browser browser, String current) {
        var fields = Map.of("current", current, "chosen", "tea without ice please", "repeated", "");
        return browser.submit("/account/password", "/account/password", fields);
    }

    private static Browser signedIn(String name) {
        var browser = new Browser(server.address());
        assertThat(browser.signIn(name, PASSWORD).statusCode()).isEqualTo(303);
        return browser;
    }

    /// Signs in from a browser that has this cookie too.
    private static RawHttp.Answer signInWith(String cookie) {
        var form = ask("/sign-in");
        var head =
                "POST /sign-in HTTP/1.1\r\nHost: localhost\r\nCookie: %s; %s\r\nContent-Type: %s\r\n"
                        .formatted(cookie(form), cookie, "application/x-www-form-urlencoded");
        return send(
                head, "name=ann&password=" + PASSWORD.replace(' ', '+') + "&_csrf=" + token(form));
    }

    private static RawHttp.Answer signOutWith(String header) {
        var form = ask("/sign-in");
        var head =
                "POST /sign-out HTTP/1.1\r\nHost: localhost\r\n%s\r\nCookie: %s\r\nContent-Type: %s\r\n"
                        .formatted(header, cookie(form), "application/x-www-form-urlencoded");
        return send(head, "_csrf=" + token(form));
    }

    private static String token(RawHttp.Answer form) {
        return form.body().replaceAll("(?s).*name=\"_csrf\" value=\"([^\"]+)\".*", "$1");
    }

    private static int status(String path, String... headers) {
        return ask(path, headers).status();
    }

    private static RawHttp.Answer ask(String path, String... headers) {
        var head = new StringBuilder("GET %s HTTP/1.1\r\nHost: localhost\r\n".formatted(path));
        for (var at = 0; at < headers.length; at += 2) {
            head.append(headers[at]).append(": ").append(headers[at + 1]).append("\r\n");
        }
        return send(head.toString(), "");
    }

    private static RawHttp.Answer send(String head, String body) {
        try (var line = new RawHttp(server.address())) {
            return line.send(head, body);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /// {@return the first cookie that it sets, as a browser returns it}
    private static String cookie(RawHttp.Answer answer) {
        return answer.header("set-cookie").lines().findFirst().orElse("").replaceAll(";.*", "");
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));
    }
}
