package dev.parley.platform.database;

import dev.parley.platform.StartRefused;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A PostgreSQL of our own: it lives in a directory that only one server may use at a time, keeps
/// what was committed whatever is killed, and comes back on the same port when it ends by itself.
public final class EmbeddedPostgres implements Database {
    private static final Logger log = LoggerFactory.getLogger(EmbeddedPostgres.class);
    private static final int PORTS_TO_TRY = 5;
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

    private static final Duration LOG_LOOK = Duration.ofSeconds(10);

    private final Cluster cluster;
    private final DirectoryLock lock;
    private final CountDownLatch closing = new CountDownLatch(1);
    private volatile PostgresProcess postgresProcess;

    private EmbeddedPostgres(Cluster cluster, DirectoryLock lock, PostgresProcess postgresProcess) {
        this.cluster = cluster;
        this.lock = lock;
        this.postgresProcess = postgresProcess;
    }

    /// Starts on a port that happens to be free.
    public static EmbeddedPostgres start(Path data) {
        return start(data, 0);
    }

    /// Starts on this port.
    ///
    /// @param port where it listens; 0 for one that happens to be free
    public static EmbeddedPostgres start(Path data, int port) {
        return start(data, port, data.resolve("postgres-binaries"));
    }

    /// Starts with programs that others share.
    ///
    /// @param binaries where PostgreSQL's programs are unpacked to, once for all who name it
    public static EmbeddedPostgres start(Path data, int port, Path binaries) {
        return start(data, port, () -> Binaries.unpackedIn(binaries));
    }

    /// Looks for the programs when the directory is made and locked: they may be unpacked into it.
    static EmbeddedPostgres start(Path data, int port, Supplier<Binaries> programs) {
        var directory = DataDirectory.at(data);
        var lock = DirectoryLock.take(directory);
        try {
            var cluster = Cluster.in(directory, programs.get(), OsAccount.of(directory));
            new OrphanProcesses(cluster).end();
            var postgresProcess = port == 0 ? onAFreePort(cluster) : on(cluster, port);
            var started = new EmbeddedPostgres(cluster, lock, postgresProcess);
            Thread.ofVirtual().name("postgres-watch").start(started::watch);
            Thread.ofVirtual().name("postgres-log").start(started::boundLog);
            return started;
        } catch (RuntimeException failure) {
            lock.close();
            throw failure;
        }
    }

    public int port() {
        return postgresProcess.port();
    }

    @Override
    public String jdbcUrl() {
        return jdbcUrl("postgres");
    }

    public String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port(), database);
    }

    @Override
    public String user() {
        return Cluster.USER;
    }

    @Override
    public String password() {
        return cluster.password();
    }

    /// Ends PostgreSQL and lets go of the directory.
    @Override
    public synchronized void close() {
        if (closing.getCount() == 0) {
            return;
        }
        closing.countDown();
        postgresProcess.stop();
        lock.close();
    }

    private void watch() {
        try {
            while (closing.getCount() > 0) {
                var exit = postgresProcess.process().waitFor();
                if (closing.getCount() > 0) {
                    log.warn("PostgreSQL ended by itself ({}) and is started again", exit);
                    startAgain();
                }
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /// PostgreSQL writes to one file as long as it runs.
    private void boundLog() {
        var rotation = new LogRotation(cluster.directory().log());
        try {
            do {
                rotation.rotate();
            } while (!closing.await(LOG_LOOK.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void startAgain() throws InterruptedException {
        var pause = Duration.ofMillis(100);
        while (!tryToStart()) {
            if (closing.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
            var longer = pause.multipliedBy(2);
            pause = longer.compareTo(LONGEST_PAUSE) < 0 ? longer : LONGEST_PAUSE;
        }
    }

    private synchronized boolean tryToStart() {
        if (closing.getCount() == 0) {
            return true;
        }
        try {
            new OrphanProcesses(cluster).end();
            postgresProcess = PostgresProcess.start(cluster, port());
            log.info("PostgreSQL is back on port {}", port());
            return true;
        } catch (RuntimeException failure) {
            log.error("PostgreSQL does not start yet: {}", failure.getMessage());
            return false;
        }
    }

    private static PostgresProcess on(Cluster cluster, int port) {
        try (var _ = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            // nobody else has it
        } catch (IOException failure) {
            throw new StartRefused(
                    "Port %d for the database is taken: set parley.database.port to a free one, or to 0."
                            .formatted(port),
                    failure);
        }
        return PostgresProcess.start(cluster, port);
    }

    /// Somebody else may take a port between our look and our use of it.
    private static PostgresProcess onAFreePort(Cluster cluster) {
        for (var left = PORTS_TO_TRY; left > 1; left--) {
            try {
                return PostgresProcess.start(cluster, free());
            } catch (StartRefused failure) {
                if (!String.valueOf(failure.getMessage()).contains("could not bind")) {
                    throw failure;
                }
            }
        }
        return PostgresProcess.start(cluster, free());
    }

    private static int free() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException failure) {
            throw new StartRefused("No port is free for the database", failure);
        }
    }
}
