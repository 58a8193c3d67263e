package dev.parley.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.platform.StartRefused;
import dev.parley.testing.TestPostgres;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 90, unit = TimeUnit.SECONDS)
class KilledServerTests {
    @TempDir Path data;

    @Test
    void leavesADatabaseThatTheNextServerReplacesOnTheSamePort() throws Exception {
        var killed = server();
        killed.kill();
        assertThat(ProcessHandle.of(killed.postgresProcess()))
                .as("for this test to mean anything")
                .isPresent();
        try (var postgres = start(killed.port())) {
            assertThat(TestRows.count(postgres)).isEqualTo(1);
        }
    }

    @Test
    void leavesADatabaseThatTheNextServerReplacesOnAnotherPort() throws Exception {
        var killed = server();
        killed.kill();
        try (var postgres = start(0)) {
            assertThat(TestRows.count(postgres)).isEqualTo(1);
            assertThat(PostgresProcesses.pid(data)).isNotEqualTo(killed.postgresProcess());
        }
    }

    @Test
    void canLoseItsDatabaseAtTheSameTime() throws Exception {
        for (var round = 1; round <= 3; round++) {
            var killed = server();
            PostgresProcesses.kill(data);
            killed.kill();
            try (var postgres = start(killed.port())) {
                assertThat(TestRows.count(postgres)).isEqualTo(round);
            }
        }
    }

    @Test
    void isNotTouchedWhileItRuns() throws Exception {
        var alive = server();
        assertThatThrownBy(() -> start(0))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("is in use by another Parley server");
        assertThat(ProcessHandle.of(alive.postgresProcess())).isPresent();
        alive.process().destroy();
        assertThat(alive.process().waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(ProcessHandle.of(alive.postgresProcess()).filter(ProcessHandle::isAlive))
                .isEmpty();
    }

    private Server server() throws Exception {
        var command =
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        DatabaseOnlyServer.class.getName(),
                        data.toString(),
                        TestPostgres.BINARIES.toAbsolutePath().toString());
        return Server.start(command);
    }

    private EmbeddedPostgres start(int port) {
        return EmbeddedPostgres.start(data, port, TestPostgres.BINARIES);
    }
}
