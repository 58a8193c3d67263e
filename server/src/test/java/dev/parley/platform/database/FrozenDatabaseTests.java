package dev.parley.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.platform.Checks;
import dev.parley.testing.TestPostgres;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.health.contributor.Status;

@Timeout(value = 120, unit = TimeUnit.SECONDS)
class FrozenDatabaseTests {
    @TempDir Path data;

    @Test
    void isReportedByHealthWithoutBlocking() throws Exception {
        try (var postgres = EmbeddedPostgres.start(data, 0, TestPostgres.BINARIES)) {
            TestRows.run(postgres, "create table installation (checked_at timestamptz)");
            TestRows.run(postgres, "insert into installation values (null)");
            try (var checks = new Checks(List.of(new DatabaseCheck(postgres, Clock.systemUTC())))) {
                await("it was checked")
                        .atMost(Duration.ofSeconds(20))
                        .until(() ->
                                !TestRows.ask(
                                                postgres,
                                                "select count(checked_at) from installation")
                                        .equals("0"));
                assertThat(checks.health("database")).isEqualTo(Status.UP);
                signal("STOP");
                try {
                    await("it is detected")
                            .atMost(Duration.ofSeconds(60))
                            .until(() -> checks.health("database").equals(Status.DOWN));
                } finally {
                    signal("CONT");
                }
                await("it is healthy again")
                        .atMost(Duration.ofSeconds(60))
                        .until(() -> checks.health("database").equals(Status.UP));
                TestRows.run(
                        postgres, "alter database postgres set default_transaction_read_only = on");
                await("that it refuses writes is detected")
                        .atMost(Duration.ofSeconds(60))
                        .until(() -> checks.causes().contains("databaseReadOnly"));
            }
        }
    }

    private void signal(String name) throws Exception {
        Command.run(List.of("kill", "-" + name, "" + PostgresProcesses.pid(data)));
    }
}
