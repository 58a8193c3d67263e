package dev.parley.stories;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conversation.ConversationId;
import dev.parley.conversation.Moves;
import dev.parley.identity.ApiTokens;
import dev.parley.identity.Browser;
import dev.parley.identity.NewToken;
import dev.parley.identity.Role;
import dev.parley.identity.Scope;
import dev.parley.identity.UserId;
import dev.parley.identity.Users;
import dev.parley.testing.Meta;
import dev.parley.testing.TestParley;
import dev.parley.testing.TestParley.Login;
import dev.parley.testing.TestParleyExtension;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What an API token allows, and when it becomes invalid.
@ExtendWith(TestParleyExtension.class)
class ApiTokensTests {
    private static final String CONVERSATIONS = "/api/v1/conversations";
    private static final Duration A_MONTH = Duration.ofDays(30);

    private final TestParley parley;
    private final ApiTokens tokens;
    private final HttpClient http = HttpClient.newHttpClient();
    private final Browser alex;
    private final Login program;
    private final UserId user;

    ApiTokensTests(TestParley parley) {
        this.parley = parley;
        this.tokens = parley.part(ApiTokens.class);
        var admin = parley.user("Tokens" + UUID.randomUUID(), Role.ADMINISTRATOR);
        this.alex = new Browser(parley.url());
        var _ = alex.signIn(admin.signInName(), admin.password());
        this.program = parley.user("Program" + UUID.randomUUID(), Role.SUPERVISOR);
        this.user = id(program);
    }

    @AfterEach
    void close() {
        http.close();
    }

    @Test
    void aTokenIsRefusedOnceItHasExpired() {
        var key = issue(new NewToken("a month", Set.of(Scope.READ), A_MONTH));
        assertThat(get(key, CONVERSATIONS).statusCode()).isEqualTo(200);

        parley.timePasses(A_MONTH.plusMinutes(1));

        var refused = get(key, CONVERSATIONS);
        assertProblem(refused, 401, "token-expired");
        assertThat(json(refused).path("expiredAt").asString()).endsWith("Z");
        assertThat(refused.headers().firstValue("WWW-Authenticate").orElse(""))
                .contains("invalid_token");
        assertThat(alex.get("/admin/users/" + user).body()).contains("Expired");
    }

    @Test
    void aTokenIsValidForItsScopesOnly() {
        var reads = issue(new NewToken("reads", Set.of(Scope.READ), A_MONTH));
        var writes = issue(new NewToken("writes", Set.of(Scope.WRITE), A_MONTH));
        var path = CONVERSATIONS + "/" + UUID.randomUUID() + "/messages";

        assertThat(get(reads, CONVERSATIONS).statusCode()).isEqualTo(200);
        assertMissing(post(reads, path), "write");
        assertMissing(get(writes, CONVERSATIONS), "read");
        assertThat(post(writes, path).statusCode()).isEqualTo(404);
        assertMissing(post(writes, "/api/v1/settings"), "configure");
    }

    @Test
    void aPasswordResetRevokesTokensAndNewOnesNeedANewPassword() {
        var key = issue(NewToken.unlimited("before"));

        var _ = alex.submit("/admin/users/" + user, "/admin/users/" + user + "/password", Map.of());

        assertProblem(get(key, CONVERSATIONS), 401, null);
        var next = issue(NewToken.unlimited("after"));
        assertProblem(get(next, CONVERSATIONS), 401, "password-change-required");
        assertThat(alex.get("/admin/audit").body()).contains("API token revoked");
    }

    @Test
    void theyAreRevokedPermanentlyWithTheirUser() {
        var key = issue(NewToken.unlimited("first"));
        change(Map.of("displayName", "Renamed", "active", "true", "roles", "SUPERVISOR"));
        assertThat(get(key, CONVERSATIONS).statusCode()).isEqualTo(200);

        change(Map.of("displayName", "Renamed", "active", "true", "roles", "AGENT"));
        assertProblem(get(key, CONVERSATIONS), 401, null);

        var second = issue(NewToken.unlimited("second"));
        change(Map.of("displayName", "Renamed", "roles", "AGENT"));
        change(Map.of("displayName", "Renamed", "active", "true", "roles", "AGENT"));
        assertProblem(get(second, CONVERSATIONS), 401, null);
    }

    @Test
    void theLastUseIsStoredOnceAMinute() {
        var key = issue(NewToken.unlimited("used"));
        var _ = get(key, CONVERSATIONS);
        var first = lastUsed();
        parley.timePasses(Duration.ofSeconds(30));
        var _ = get(key, CONVERSATIONS);
        assertThat(lastUsed()).isEqualTo(first);

        parley.timePasses(Duration.ofMinutes(2));
        var _ = get(key, CONVERSATIONS);

        assertThat(lastUsed()).isNotEqualTo(first);
    }

    @Test
    void anAgentsTokenReadsTheirOwnAndUnassignedConversations() {
        var ann = parley.user("Ann" + UUID.randomUUID(), Role.AGENT);
        var ben = parley.user("Ben" + UUID.randomUUID(), Role.AGENT);
        new Meta(parley)
                .tells("2401", System.currentTimeMillis(), "'message':{'mid':'m_1','text':'Hi'}");
        parley.handled(1);
        var conversation =
                parley.database().sql("select id from conversation").query(UUID.class).single();
        var path = CONVERSATIONS + "/" + conversation;
        var anns = tokens.issue(id(ann), NewToken.unlimited("Ann’s"), null).key();
        var bens = tokens.issue(id(ben), NewToken.unlimited("Ben’s"), null).key();
        assertThat(get(bens, path).statusCode()).isEqualTo(200);

        var moves = parley.part(Moves.class);
        moves.assign(new ConversationId(conversation), id(ann));
        moves.end(new ConversationId(conversation), id(ann));
        moves.close(new ConversationId(conversation), id(ann));

        assertThat(get(anns, path).statusCode()).isEqualTo(200);
        assertProblem(get(bens, path), 404, "not-found");
        assertProblem(get(bens, path + "/messages"), 404, "not-found");
        assertThat(json(get(bens, CONVERSATIONS)).path("items")).isEmpty();
        assertThat(json(get(anns, CONVERSATIONS)).path("items")).hasSize(1);
    }

    @Test
    void scopesAndExpiryAreChosenWhenIssued() {
        var page = "/admin/users/" + user;
        assertThat(alex.submit(page, page + "/tokens", Map.of("tokenName", "Nothing")).body())
                .contains("Select at least one scope");
        var tooMuch = Map.of("tokenName", "Too much", "scopes", "CONFIGURE");
        assertThat(alex.submit(page, page + "/tokens", tooMuch).statusCode()).isEqualTo(422);

        var _ = alex.submit(page, page + "/tokens", Map.of("tokenName", "Usual", "scopes", "READ"));
        var _ =
                alex.submit(
                        page,
                        page + "/tokens",
                        Map.of("tokenName", "For good", "scopes", "WRITE", "lifetime", "NEVER"));

        var expiry =
                parley.database()
                        .sql(
                                """
                                select name || ' ' || coalesce((expires_at - created_at)::text, 'never')
                                       || ' ' || scopes::text
                                  from api_token where user_id = :user order by name
                                """)
                        .param("user", user.value())
                        .query(String.class)
                        .list();
        assertThat(expiry).containsExactly("For good never {WRITE}", "Usual 90 days {READ}");
        assertThat(alex.get(page).body()).contains("Never", "In 90 days", "Write");
    }

    private void change(Map<String, String> fields) {
        var page = "/admin/users/" + user;
        var revision = parley.part(Users.class).byId(user).orElseThrow().revision();
        var all = new HashMap<>(fields);
        all.put("language", "");
        all.put("revision", "" + revision);
        assertThat(alex.submit(page, page, all).statusCode()).isEqualTo(303);
    }

    private String lastUsed() {
        return parley.database()
                .sql("select last_used_at::text from api_token where user_id = :user")
                .param("user", user.value())
                .query(String.class)
                .single();
    }

    private UserId id(Login login) {
        return parley.part(Users.class).bySignInName(login.signInName()).orElseThrow().id();
    }

    private String issue(NewToken draft) {
        return tokens.issue(user, draft, null).key();
    }

    private HttpResponse<String> get(String key, String path) {
        return send(key, HttpRequest.newBuilder(URI.create(parley.url() + path)).GET());
    }

    private HttpResponse<String> post(String key, String path) {
        return send(
                key,
                HttpRequest.newBuilder(URI.create(parley.url() + path))
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", "key")
                        .POST(BodyPublishers.ofString("{\"text\":\"Hello\"}")));
    }

    private HttpResponse<String> send(String key, HttpRequest.Builder request) {
        try {
            return http.send(
                    request.header("Authorization", "Bearer " + key).build(),
                    BodyHandlers.ofString());
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    private static JsonNode json(HttpResponse<String> response) {
        return JsonMapper.shared().readTree(response.body());
    }

    private static void assertMissing(HttpResponse<String> refused, String scope) {
        assertProblem(refused, 403, "scope-missing");
        assertThat(json(refused).path("scope").asString()).isEqualTo(scope);
    }

    private static void assertProblem(
            HttpResponse<String> refused, int status, @Nullable String type) {
        assertThat(refused.statusCode()).isEqualTo(status);
        assertThat(json(refused).path("type").asString())
                .isEqualTo(type == null ? "about:blank" : "urn:parley:problem:" + type);
    }
}
