package dev.parley.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import dev.parley.hostile.Requests.Request;
import dev.parley.identity.ApiTokens;
import dev.parley.identity.NewToken;
import dev.parley.identity.Role;
import dev.parley.identity.UserId;
import dev.parley.identity.Users;
import dev.parley.testing.Meta;
import dev.parley.testing.RawHttp;
import dev.parley.testing.RawHttp.Answer;
import dev.parley.testing.TestParley;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/// Thousands of nearly valid requests to every address of the API, the administration, the desk and
/// the sign-in, as every role. None may be answered with a server error, and none may fill the log.
@Timeout(600)
class HostileRequestsTests {
    private static final long SEED = Long.getLong("fuzz.seed", 20260714);
    private static final int REQUESTS = Integer.getInteger("fuzz.requests", 3000);

    private static final int ROUND = 200;

    private static TestParley parley;
    private static RawHttp line;

    /// A separate server, because some requests delete accounts and pages.
    @BeforeAll
    static void start() {
        parley = TestParley.standalone();
        line = new RawHttp(parley.url());
    }

    @AfterAll
    static void end() {
        line.close();
        parley.close();
    }

    @Test
    void noRequestCausesAServerError() throws IOException {
        var known = furnish();
        var targets = targets();
        var random = new Random(SEED);
        var fields = Target.fields();
        var made = new Requests(random, known, fields, tokens(), sessions());
        var seen = new TreeMap<Integer, Integer>();
        var failures = new ArrayList<String>();
        try (var log = new Listening()) {
            for (var number = 0; number < REQUESTS; number++) {
                // Some requests sign users out, and remove roles.
                if (number % ROUND == ROUND - 1) {
                    made = new Requests(random, known, fields, tokens(), sessions());
                }
                var target = targets.get(number % targets.size());
                var request = made.to(target);
                var answer = line.send(request.head(), request.body());
                seen.merge(answer.status(), 1, Integer::sum);
                flaw(target, request, answer).ifPresent(failures::add);
            }
            assertThat(failures).as("of %d answers %s", REQUESTS, seen).isEmpty();
            assertThat(log.atLength).as("log entries of several lines").isEmpty();
        }
        assertThat(seen).containsKeys(200, 303, 400, 401, 403, 404, 405, 415, 422);
    }

    private static Optional<String> flaw(Target target, Request request, Answer answer) {
        if (answer.status() >= 500) {
            return Optional.of("%d for %s: %s".formatted(answer.status(), target, request));
        }
        // Clients that accept HTML may get a page, even if the address cannot be read.
        var page = request.head().contains("Accept: text/html");
        var problem = answer.header("content-type").startsWith("application/problem+json");
        var told = problem || page || answer.body().isEmpty();
        if (target.forPrograms() && answer.status() >= 400 && !told) {
            return Optional.of(
                    "No problem but %d %s for %s: %s\n%s"
                            .formatted(
                                    answer.status(),
                                    answer.headers(),
                                    target,
                                    request,
                                    answer.text()));
        }
        return Optional.empty();
    }

    private List<Target> targets() throws IOException {
        var answer = line.send("GET /api/v1/openapi.json HTTP/1.1\r\nHost: localhost\r\n", "");
        var described = Target.described(JsonMapper.shared().readTree(answer.text()));
        assertThat(described).isNotEmpty();
        return Stream.concat(described.stream(), Target.mapped(parley).stream()).toList();
    }

    /// {@return the ids of existing objects}
    private static List<String> furnish() {
        var meta = new Meta(parley);
        var now = System.currentTimeMillis();
        meta.tells("2401", now, "'message':{'mid':'m_1','text':'Hello'}");
        meta.tells("2401", now, "'postback':{'mid':'m_2','title':'Go','payload':'GO'}");
        parley.handled(2);
        var ids = new ArrayList<String>();
        for (var table :
                List.of(
                        "conversation",
                        "message",
                        "user_account",
                        "queue",
                        "workstream",
                        "messaging_account",
                        "customer")) {
            ids.addAll(
                    parley.database()
                            .sql("select id::text from " + table)
                            .query(String.class)
                            .list());
        }
        ids.add(parley.page());
        ids.add(parley.secondPage());
        return ids;
    }

    private static List<String> tokens() {
        return roles().map(HostileRequestsTests::someoneNew)
                .map(user ->
                        parley.part(ApiTokens.class)
                                .issue(user, NewToken.unlimited("fuzz"), null)
                                .key())
                .toList();
    }

    private static List<String> sessions() {
        parley.database().sql("delete from sign_in_throttle").update();
        return roles().map(role -> parley.user("Person" + UUID.randomUUID(), role))
                .map(login -> new RawSignIn(line).as(login))
                .toList();
    }

    private static Stream<Role> roles() {
        return Stream.of(Role.ADMINISTRATOR, Role.SUPERVISOR, Role.AGENT);
    }

    private static UserId someoneNew(Role role) {
        var name = "program" + UUID.randomUUID();
        return parley.part(Users.class).ensure(name, "Program", TestParley.PASSWORD, Set.of(role));
    }

    /// Collects log messages with a stack trace or more than one line.
    private static final class Listening implements AutoCloseable {
        private final Logger root =
                (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        private final Queue<String> atLength = new ConcurrentLinkedQueue<>();
        private final AppenderBase<ILoggingEvent> ear =
                new AppenderBase<>() {
                    @Override
                    protected void append(ILoggingEvent said) {
                        var trace = said.getThrowableProxy();
                        if (trace != null || said.getFormattedMessage().lines().count() > 1) {
                            atLength.add(
                                    said
                                            + (trace == null
                                                    ? ""
                                                    : " "
                                                            + trace.getClassName()
                                                            + ": "
                                                            + trace.getMessage()));
                        }
                    }
                };

        Listening() {
            ear.setContext(root.getLoggerContext());
            ear.start();
            root.addAppender(ear);
        }

        @Override
        public void close() {
            root.detachAppender(ear);
        }
    }
}
