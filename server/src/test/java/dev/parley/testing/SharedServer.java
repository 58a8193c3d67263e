package dev.parley.testing;

import dev.parley.Parley;
import dev.parley.channel.Address;
import dev.parley.identity.ApiTokens;
import dev.parley.identity.Browser;
import dev.parley.identity.NewToken;
import dev.parley.identity.Role;
import dev.parley.identity.UserId;
import dev.parley.identity.Users;
import dev.parley.inbox.Envelope;
import dev.parley.inbox.Inbox;
import dev.parley.messenger.account.FacebookChannel;
import dev.parley.messenger.account.FacebookPages;
import dev.parley.messenger.account.MessagingAccounts;
import dev.parley.messenger.account.Secret;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// One whole server for all tests that use it over HTTP. Each test has its own customers.
public final class SharedServer {
    public static final String PAGE = "1001";
    private static final String PASSWORD = "a password for stories";
    private static final JsonMapper json = JsonMapper.shared();
    private static final HttpClient http = HttpClient.newHttpClient();

    private static final class Shared {
        static final SharedServer server = new SharedServer();
    }

    public final FileHost meta = new FileHost();
    private final ConfigurableApplicationContext parley;
    private final Path data;

    private SharedServer() {
        try {
            data = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "data-");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        var pool = TestPostgres.freshDatabase();
        parley =
                new SpringApplicationBuilder(Parley.class)
                        .run(
                                "--server.port=0",
                                "--parley.public-url=http://localhost",
                                "--parley.data=" + data,
                                "--parley.conversation.undo-for=0s",
                                "--parley.database.url=" + pool.getJdbcUrl(),
                                "--parley.database.user=" + pool.getUsername(),
                                "--parley.database.password=" + pool.getPassword(),
                                "--parley.messenger.graph-url=" + meta.url());
        pool.close();
        addPage();
    }

    /// A page in an account, stopped: its messages stay pending.
    private void addPage() {
        var root = user("root", Role.ADMINISTRATOR);
        var account =
                part(MessagingAccounts.class).create("Sunny Tea", "1", new Secret("secret"), root);
        var pages = part(FacebookPages.class);
        var _ = pages.add(account.id(), PAGE, "Sunny Tea", new Secret("token"), root);
        pages.stop(pages.byPageId(PAGE).orElseThrow(), root);
    }

    public static SharedServer shared() {
        return Shared.server;
    }

    public <T> T part(Class<T> type) {
        return parley.getBean(type);
    }

    public Path files() {
        return data.resolve("files");
    }

    /// {@return a new user with these roles}
    public UserId user(String name, Role... roles) {
        return part(Users.class).ensure(name, name, "a long password", Set.of(roles));
    }

    public Caller caller(String name, Role... roles) {
        var user =
                part(Users.class).ensure(name + UUID.randomUUID(), name, PASSWORD, Set.of(roles));
        return new Caller(
                this,
                user,
                part(ApiTokens.class).issue(user, NewToken.unlimited("test"), null).key());
    }

    public static Address customer() {
        var person = "" + UUID.randomUUID().getMostSignificantBits();
        return new Address(FacebookChannel.KIND, PAGE, person.replace("-", "9"));
    }

    /// {@return the mid of this customer's message}
    public String writes(Address from, Instant at, Map<String, Object> message) {
        var mid = "m_" + UUID.randomUUID();
        var full = new HashMap<>(message);
        full.put("mid", mid);
        deliver(from, mid, at, full);
        return mid;
    }

    /// A message to this customer that was written in the channel's own inbox.
    public void echoes(Address to, Map<String, Object> message) {
        var mid = "m_" + UUID.randomUUID();
        var full = new HashMap<>(message);
        full.put("mid", mid);
        full.put("is_echo", true);
        deliver(to, mid, Instant.now(), full);
    }

    public void unsends(Address from, String mid) {
        deliver(from, mid + "#unsend", Instant.now(), Map.of("mid", mid, "is_deleted", true));
    }

    private void deliver(Address from, String key, Instant at, Map<String, Object> message) {
        var payload =
                Map.of(
                        "sender", Map.of("id", from.person()),
                        "recipient", Map.of("id", from.endpoint()),
                        "timestamp", at.toEpochMilli(),
                        "message", message);
        part(Inbox.class)
                .accept(
                        List.of(
                                new Envelope(
                                        key,
                                        from,
                                        "message",
                                        at,
                                        json.writeValueAsString(payload))));
    }

    public String url() {
        return "http://127.0.0.1:"
                + parley.getEnvironment().getRequiredProperty("local.server.port");
    }

    /// {@return a browser with a newly signed-in agent}
    public Browser browser() {
        var name = "agent" + UUID.randomUUID();
        var _ = part(Users.class).ensure(name, "Ann", PASSWORD, Set.of(Role.AGENT));
        var browser = new Browser(url());
        var _ = browser.signIn(name, PASSWORD);
        return browser;
    }

    public HttpResponse<byte[]> send(HttpRequest.Builder request, String path) {
        try {
            return http.send(
                    request.uri(URI.create(url() + path)).build(), BodyHandlers.ofByteArray());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException failure) {
            throw new IllegalStateException(failure);
        }
    }

    public HttpResponse<byte[]> getWithoutToken(String path) {
        return send(HttpRequest.newBuilder().GET(), path);
    }

    public static JsonNode json(HttpResponse<byte[]> response) {
        return json.readTree(response.body());
    }

    /// A program with a token.
    public record Caller(SharedServer server, UserId user, String token) {
        public HttpResponse<byte[]> get(String path, String... headers) {
            return server.send(request(headers).GET(), path);
        }

        public HttpResponse<byte[]> post(String path, String body, String... headers) {
            return server.send(request(headers).POST(BodyPublishers.ofString(body)), path);
        }

        public HttpResponse<byte[]> delete(String path, String... headers) {
            return server.send(request(headers).DELETE(), path);
        }

        private HttpRequest.Builder request(String... headers) {
            var request = HttpRequest.newBuilder().header("Authorization", "Bearer " + token);
            return headers.length == 0 ? request : request.headers(headers);
        }
    }
}
