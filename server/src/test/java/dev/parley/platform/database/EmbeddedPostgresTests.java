package dev.parley.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import dev.parley.platform.StartRefused;
import dev.parley.testing.TestPostgres;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 90, unit = TimeUnit.SECONDS)
class EmbeddedPostgresTests {
    @TempDir Path data;

    @Test
    void hasDurableSettings() throws Exception {
        try (var postgres = start()) {
            for (var setting : new String[] {"fsync", "synchronous_commit", "full_page_writes"}) {
                assertThat(TestRows.ask(postgres, "show " + setting)).as(setting).isEqualTo("on");
            }
            assertThat(TestRows.ask(postgres, "show listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(TestRows.ask(postgres, "show unix_socket_directories")).isEmpty();
            assertThat(TestRows.ask(postgres, "select datlocale from pg_database limit 1"))
                    .isEqualTo("C.UTF-8");
        }
    }

    @Test
    void refusesConnectionsWithoutThePassword() throws Exception {
        try (var postgres = start()) {
            assertThatThrownBy(() ->
                            DriverManager.getConnection(
                                    postgres.jdbcUrl(), postgres.user(), "wrong"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("password authentication failed");
            var password = data.resolve("postgres.password");
            assertThat(Files.getPosixFilePermissions(password))
                    .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        }
    }

    @Test
    void refusesADirectoryThatIsInUse() throws Exception {
        try (var postgres = start()) {
            for (var attempt = 0; attempt < 2; attempt++) {
                assertThatThrownBy(this::start)
                        .isInstanceOf(StartRefused.class)
                        .hasMessageContaining(data.toRealPath() + " is in use by another Parley");
            }
            assertThat(TestRows.ask(postgres, "select 1")).isEqualTo("1");
        }
    }

    @Test
    void keepsItsRowsFromOneStartToTheNext() throws Exception {
        try (var postgres = start()) {
            TestRows.create(postgres);
            TestRows.add(postgres, 1);
        }
        try (var postgres = start()) {
            assertThat(TestRows.count(postgres)).isEqualTo(1);
        }
    }

    @Test
    void isRestartedOnItsPortWhenItIsKilledUnderARunningServer() throws Exception {
        try (var postgres = start();
                var pool = pool(postgres)) {
            TestRows.create(postgres);
            TestRows.add(postgres, 1);
            var port = postgres.port();
            var killed = PostgresProcesses.pid(data);
            PostgresProcesses.kill(data);
            await().atMost(30, TimeUnit.SECONDS)
                    .ignoreExceptions()
                    .until(() -> PostgresProcesses.pid(data) != killed && canWrite(pool));
            assertThat(postgres.port()).isEqualTo(port);
            assertThat(TestRows.count(postgres)).isEqualTo(2);
        }
    }

    @Test
    void reportsThatThePortIsInUse() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> start(taken.getLocalPort()))
                    .isInstanceOf(StartRefused.class)
                    .hasMessageContaining(
                            "Port %d for the database is taken", taken.getLocalPort());
        }
    }

    @Test
    void reportsWhereItCannotWrite() throws Exception {
        var file = Files.createFile(data.resolve("file"));
        assertThatThrownBy(() -> EmbeddedPostgres.start(file.resolve("data")))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("cannot be written");
    }

    @Test
    void refusesADatabaseOfAnotherVersion() throws Exception {
        start().close();
        Files.writeString(data.resolve("postgres").resolve("PG_VERSION"), "17\n");
        assertThatThrownBy(this::start)
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("was created by PostgreSQL 17");
    }

    private static boolean canWrite(HikariDataSource pool) throws SQLException {
        try (var connection = pool.getConnection();
                var statement = connection.createStatement()) {
            return statement.executeUpdate("insert into kept values (2)") == 1;
        }
    }

    private static HikariDataSource pool(EmbeddedPostgres postgres) {
        var pool = new HikariDataSource();
        pool.setJdbcUrl(postgres.jdbcUrl());
        pool.setUsername(postgres.user());
        pool.setPassword(postgres.password());
        return pool;
    }

    private EmbeddedPostgres start() {
        return start(0);
    }

    private EmbeddedPostgres start(int port) {
        return EmbeddedPostgres.start(data, port, TestPostgres.BINARIES);
    }
}
