package dev.parley.testing;

import com.zaxxer.hikari.HikariDataSource;
import dev.parley.platform.database.EmbeddedPostgres;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;

/// One PostgreSQL for all tests of a run, and an empty database in it for each caller.
public final class TestPostgres {
    /// The directory in which all tests share PostgreSQL's unpacked programs.
    public static final Path BINARIES = Path.of("target", "postgres-binaries");

    private static final AtomicInteger number = new AtomicInteger();

    private TestPostgres() {}

    /// {@return a pool on a separate database without tables}
    public static HikariDataSource freshDatabase() {
        var name = "test_" + number.incrementAndGet();
        create(name);
        var pool = new HikariDataSource();
        pool.setJdbcUrl(Shared.postgres.jdbcUrl(name));
        pool.setUsername(Shared.postgres.user());
        pool.setPassword(Shared.postgres.password());
        pool.setMaximumPoolSize(8);
        return pool;
    }

    private static void create(String name) {
        var server = Shared.postgres;
        try (var connection =
                        DriverManager.getConnection(
                                server.jdbcUrl(), server.user(), server.password());
                var statement = connection.createStatement()) {
            statement.execute("create database " + name);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static final class Shared {
        static final EmbeddedPostgres postgres = start();

        private static EmbeddedPostgres start() {
            var directory = Path.of("target", "test-databases", "" + ProcessHandle.current().pid());
            var started = EmbeddedPostgres.start(directory, 0, BINARIES);
            Runtime.getRuntime().addShutdownHook(new Thread(started::close));
            return started;
        }
    }
}
