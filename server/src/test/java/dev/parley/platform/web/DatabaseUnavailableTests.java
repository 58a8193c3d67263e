package dev.parley.platform.web;

import static dev.parley.testing.SharedServer.json;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.parley.identity.Role;
import dev.parley.testing.SharedServer;
import java.net.http.HttpRequest;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The responses for programs and people while the database does not respond, at every place that
/// needs it first.
class DatabaseUnavailableTests {
    private static final long SHORT = 250;
    private static final long META_WAITS = 20_000;

    private final SharedServer server = SharedServer.shared();
    private final HikariDataSource pool = server.part(HikariDataSource.class);
    private final SharedServer.Caller program = server.caller("outage", Role.SUPERVISOR);
    private final long before = pool.getConnectionTimeout();
    private final List<Connection> taken = new ArrayList<>();

    @BeforeEach
    void takeAllConnections() throws SQLException {
        while (taken.size() < pool.getMaximumPoolSize()) {
            taken.add(pool.getConnection());
        }
        pool.setConnectionTimeout(SHORT);
    }

    @AfterEach
    void giveThemBack() throws SQLException {
        pool.setConnectionTimeout(before);
        for (var connection : taken) {
            connection.close();
        }
    }

    @Test
    void theyComeBeforeMetaStopsWaiting() {
        assertThat(before).isLessThan(META_WAITS);
    }

    @Test
    void programsGetRetryAfter() {
        for (var path : List.of("/api/v1/conversations", "/api/v1/attachments/x")) {
            var answer = program.get(path);
            assertThat(answer.statusCode()).as(path).isEqualTo(503);
            assertThat(answer.headers().firstValue("Retry-After")).as(path).hasValue("5");
            assertThat(json(answer).path("detail").asString()).contains("does not answer");
        }
    }

    @Test
    void peopleGetAPageThatAsksToTryAgain() {
        for (var path : List.of("/desk", "/admin", "/account")) {
            var request =
                    HttpRequest.newBuilder()
                            .header("Cookie", "parley=b2xkIHNlc3Npb24")
                            .header("Accept", "text/html");
            var answer = server.send(request, path);
            assertThat(answer.statusCode()).as(path).isEqualTo(503);
            assertThat(new String(answer.body(), UTF_8)).contains("<html");
        }
    }
}
