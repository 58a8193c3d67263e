package dev.parley.platform.database;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/// A server reduced to its database, to be killed: it starts, prints its port and the process id of
/// its first database process, and keeps running.
final class DatabaseOnlyServer {
    private DatabaseOnlyServer() {}

    /// Runs until it is killed.
    ///
    /// @param arguments the data directory, and where PostgreSQL's programs are unpacked to
    public static void main(String[] arguments) throws Exception {
        var postgres = EmbeddedPostgres.start(Path.of(arguments[0]), 0, Path.of(arguments[1]));
        Runtime.getRuntime().addShutdownHook(new Thread(postgres::close));
        TestRows.run(postgres, "create table if not exists kept (number int primary key)");
        TestRows.run(postgres, "insert into kept select count(*) + 1 from kept");
        System.out.printf(
                "ready %d %d%n", postgres.port(), PostgresProcesses.pid(Path.of(arguments[0])));
        new CountDownLatch(1).await();
    }
}
