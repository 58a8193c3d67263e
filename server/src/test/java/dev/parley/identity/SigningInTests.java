package dev.parley.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import dev.parley.testing.TestPostgres;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

/// Signing in over the real HTTP layer, with a real database.
@Timeout(120)
class SigningInTests {
    static final String PASSWORD = "correct horse battery";

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
        users.ensure("sue", "Sue Lin", PASSWORD, Set.of(Role.SUPERVISOR));
    }

    @AfterAll
    static void stop() {
        server.close();
        database.close();
    }

    @Test
    void redirectsUsersToTheStartPageOfTheirRole() {
        assertThat(home("root")).isEqualTo("/admin");
        assertThat(home("ann")).isEqualTo("/desk");
        assertThat(home("sue")).isEqualTo("/desk");
        assertThat(signedIn("sue").get("/desk").statusCode()).isEqualTo(200);
    }

    @Test
    void onlyAdministratorsCreateUsers() {
        var users = server.get(Users.class);
        var agent = users.bySignInName("ann").orElseThrow();
        var by = server.get(Credentials.class).findActive(agent.id(), 1).orElseThrow();
        var draft = new NewUser("eve", "Eve", Set.of(Role.AGENT), null);
        assertThatThrownBy(() -> users.create(draft, by))
                .isInstanceOf(AuthenticationCredentialsNotFoundException.class);
        SecurityContextHolder.getContext()
                .setAuthentication(new TestingAuthenticationToken("Ann", null, "ROLE_AGENT"));
        try {
            assertThatThrownBy(() -> users.create(draft, by))
                    .isInstanceOf(AccessDeniedException.class);
        } finally {
            SecurityContextHolder.clearContext();
        }
        assertThat(users.bySignInName("eve")).isEmpty();
    }

    @Test
    void redirectsToSignInAndThenToTheRequestedPage() {
        var browser = new Browser(server.address());
        var refused = browser.get("/admin/users?search=x");

        assertThat(refused.statusCode()).isEqualTo(303);
        assertThat(location(refused)).isEqualTo("/sign-in");
        assertThat(location(browser.signIn("root", PASSWORD))).isEqualTo("/admin/users?search=x");
    }

    @Test
    void aWrongPasswordKeepsTheNameAndShowsWhatToDo() {
        var answer = new Browser(server.address()).signIn("cora", "nonsense");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("value=\"cora\"", "Incorrect sign-in name or password");
    }

    @Test
    void usesTheLanguageOfTheBrowser() {
        var browser = new Browser(server.address());

        assertThat(browser.getAs("/sign-in", "zh-Hant").body()).contains("lang=\"zh-TW\"", "登入名稱");
        assertThat(browser.getAs("/sign-in", "de,en;q=0.5").body())
                .contains("lang=\"en\"", "Sign-in name");
    }

    @Test
    void theSixthGuessInARowMustWaitEvenWithTheRightPassword() {
        server.get(Users.class).ensure("bea", "Bea", PASSWORD, Set.of(Role.AGENT));
        var browser = new Browser(server.address());
        for (var guess = 0; guess < 5; guess++) {
            assertThat(browser.signIn("bea", "guess").body())
                    .contains("Incorrect sign-in name or password");
        }

        assertThat(browser.signIn("BEA", PASSWORD).body()).contains("Wait 15 minutes");
    }

    @Test
    void signingInChangesTheSessionIdToPreventFixation() {
        var browser = signedIn("ann");
        var planted = browser.cookie("parley");

        var again = Map.of("name", "root", "password", PASSWORD);
        assertThat(browser.submit("/account", "/sign-in", again).statusCode()).isEqualTo(303);

        assertThat(browser.cookie("parley")).isNotEmpty().isNotEqualTo(planted);
        assertThat(browser.get("/admin").statusCode()).isEqualTo(200);
    }

    @Test
    void rolesOpenOnlyTheirOwnPages() {
        var ann = signedIn("ann");

        assertThat(ann.get("/admin/users").statusCode()).isEqualTo(403);
        assertThat(ann.get("/admin/users").body()).contains("You don’t have permission to do this");
        assertThat(ann.get("/supervision").statusCode()).isEqualTo(403);
        assertThat(ann.get("/account").statusCode()).isEqualTo(200);
    }

    @Test
    void aFormWithoutItsTokenIsRefused() {
        var root = signedIn("root");
        var answer = root.submitWithoutToken("/account", Map.of("displayName", "Mallory"));

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("This form has expired");
        assertThat(root.get("/account").body()).doesNotContain("Mallory");
    }

    @Test
    void aDeactivatedUserIsSignedOutAtOnce() {
        var id = server.get(Users.class).ensure("dan", "Dan", PASSWORD, Set.of(Role.AGENT));
        var dan = signedIn("dan");
        assertThat(dan.get("/account").statusCode()).isEqualTo(200);

        var root = signedIn("root");
        var fields = Map.of("displayName", "Dan", "roles", "AGENT", "revision", "1");
        assertThat(root.submit("/admin/users/" + id, "/admin/users/" + id, fields).statusCode())
                .isEqualTo(303);

        assertThat(location(dan.get("/account"))).isEqualTo("/sign-in");
    }

    @Test
    void theLastAdministratorCannotBeRemoved() {
        var root = server.get(Users.class).bySignInName("root").orElseThrow();
        var others = server.get(Users.class).bySignInName("admin").orElseThrow();
        var browser = signedIn("root");
        deactivate(browser, others);

        var refused = deactivate(browser, root);

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("last active administrator");
    }

    @Test
    void aProgramWithoutATokenGetsAChallenge() throws Exception {
        var answer = api("/api/v1/anything", "");

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValue("application/problem+json");
        assertThat(answer.headers().firstValue("WWW-Authenticate"))
                .hasValue("Bearer realm=\"Parley\"");
        assertThat(answer.body()).contains("\"status\":401", "\"type\":", "\"title\":");
    }

    @Test
    void aTokenIsValidUntilItIsRevoked() throws Exception {
        var ann = server.get(Users.class).bySignInName("ann").orElseThrow().id();
        var tokens = server.get(ApiTokens.class);
        var issued = tokens.issue(ann, NewToken.unlimited("Order system"), null);
        assertThat(api("/api/v1/anything", issued.key()).statusCode()).isEqualTo(404);

        tokens.revoke(ann, issued.id(), ann);

        assertThat(api("/api/v1/anything", issued.key()).statusCode()).isEqualTo(401);
    }

    @Test
    void metricsAreRefusedToAnonymousClientsWhateverTheirHeaders() throws Exception {
        var request =
                HttpRequest.newBuilder(URI.create(server.address() + "/actuator/prometheus"))
                        .header("X-Forwarded-For", "127.0.0.1")
                        .build();
        try (var http = HttpClient.newHttpClient()) {
            assertThat(http.send(request, BodyHandlers.discarding()).statusCode()).isEqualTo(401);
        }
    }

    @Test
    void noInlineScriptMayRun() {
        var headers = new Browser(server.address()).get("/sign-in").headers();

        assertThat(headers.firstValue("Content-Security-Policy").orElseThrow())
                .contains("script-src 'self'", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(headers.firstValue("Cache-Control")).hasValue("no-store");
        assertThat(headers.firstValue("Strict-Transport-Security")).isEmpty();
    }

    private static HttpResponse<String> deactivate(Browser by, User user) {
        var path = "/admin/users/" + user.id();
        var fields =
                Map.of(
                        "displayName", user.displayName(),
                        "roles", "ADMINISTRATOR",
                        "revision", Integer.toString(user.revision()));
        return by.submit(path, path, fields);
    }

    private static HttpResponse<String> api(String path, String key) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(server.address() + path));
        if (!key.isEmpty()) {
            request.header("Authorization", "Bearer " + key);
        }
        try (var http = HttpClient.newHttpClient()) {
            return http.send(request.build(), BodyHandlers.ofString());
        }
    }

    private static Browser signedIn(String name) {
        var browser = new Browser(server.address());
        assertThat(browser.signIn(name, PASSWORD).statusCode()).isEqualTo(303);
        return browser;
    }

    private static String home(String name) {
        return location(signedIn(name).get("/"));
    }

    private static String location(HttpResponse<?> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }
}
