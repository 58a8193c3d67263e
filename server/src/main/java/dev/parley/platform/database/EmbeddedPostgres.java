package dev.parley.platform.database;

import dev.parley.platform.ParleySettings;
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

/// The embedded PostgreSQL: its directory can be used by one server at a time, committed data
/// survives any kill, and it is restarted on the same port when it ends unexpectedly.
public final class EmbeddedPostgres implements Database {
    private static final Logger log = LoggerFactory.getLogger(EmbeddedPostgres.class);
    private static final int PORTS_TO_TRY = 5;
    private static final Duration MAX_PAUSE = Duration.ofSeconds(10);

    private static final Duration LOG_CHECK_INTERVAL = Duration.ofSeconds(10);

    private final Cluster cluster;
    private final DirectoryLock lock;
    private final CountDownLatch closing = new CountDownLatch(1);
    private volatile PostgresProcess postgresProcess;

    private EmbeddedPostgres(Cluster cluster, DirectoryLock lock, PostgresProcess postgresProcess) {
        this.cluster = cluster;
        this.lock = lock;
        this.postgresProcess = postgresProcess;
    }

    /// Starts on any free port.
    public static EmbeddedPostgres start(Path data) {
        return start(data, 0);
    }

    /// Starts on this port.
    ///
    /// @param port where it listens; 0 for any free port
    public static EmbeddedPostgres start(Path data, int port) {
        return start(data, port, data.resolve("postgres-binaries"));
    }

    /// Starts with programs that are shared with other instances.
    ///
    /// @param binaries the folder into which PostgreSQL's programs are unpacked, once for all
    ///   instances that use it
    public static EmbeddedPostgres start(Path data, int port, Path binaries) {
        return start(data, port, () -> Binaries.unpackedIn(binaries));
    }

    /// Starts as these settings say.
    static EmbeddedPostgres start(ParleySettings parley, DatabaseSettings settings) {
        if (settings.binaries() == null) {
            InstalledPostgres.logAvailable();
            return start(parley.data(), settings.port());
        }
        var programs = Binaries.installedIn(settings.binaries());
        return start(parley.data(), settings.port(), () -> programs);
    }

    /// Gets the programs after the directory is created and locked: they may be unpacked into it.
    static EmbeddedPostgres start(Path data, int port, Supplier<Binaries> programs) {
        var directory = DataDirectory.at(data);
        var lock = DirectoryLock.take(directory);
        try {
            var cluster = Cluster.in(directory, programs.get(), OsAccount.of(directory));
            new OrphanProcesses(cluster).end();
            var postgresProcess = port == 0 ? onAFreePort(cluster) : on(cluster, port);
            var started = new EmbeddedPostgres(cluster, lock, postgresProcess);
            Thread.ofVirtual().name("postgres-watch").start(started::watch);
            Thread.ofVirtual().name("postgres-log").start(started::rotateLog);
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

    /// Stops PostgreSQL and releases the directory.
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
                    log.warn("PostgreSQL ended unexpectedly ({}) and is restarted", exit);
                    restart();
                }
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /// PostgreSQL writes to a single file while it runs, so the file is rotated here.
    private void rotateLog() {
        var rotation = new LogRotation(cluster.directory().log());
        try {
            do {
                rotation.rotate();
            } while (!closing.await(LOG_CHECK_INTERVAL.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void restart() throws InterruptedException {
        var pause = Duration.ofMillis(100);
        while (!tryToStart()) {
            if (closing.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
            var longer = pause.multipliedBy(2);
            pause = longer.compareTo(MAX_PAUSE) < 0 ? longer : MAX_PAUSE;
        }
    }

    private synchronized boolean tryToStart() {
        if (closing.getCount() == 0) {
            return true;
        }
        try {
            new OrphanProcesses(cluster).end();
            postgresProcess = PostgresProcess.start(cluster, port());
            log.info("PostgreSQL runs again on port {}", port());
            return true;
        } catch (RuntimeException failure) {
            log.error("PostgreSQL could not be restarted yet: {}", failure.getMessage());
            return false;
        }
    }

    private static PostgresProcess on(Cluster cluster, int port) {
        try (var _ = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            // the port is free
        } catch (IOException failure) {
            throw new StartRefused(
                    "Port %d for the database is taken: set parley.database.port to a free one, or to 0."
                            .formatted(port),
                    failure);
        }
        return PostgresProcess.start(cluster, port);
    }

    /// Another process may take a free port before PostgreSQL uses it, so several are tried.
    private static PostgresProcess onAFreePort(Cluster cluster) {
        for (var attempts = PORTS_TO_TRY; attempts > 1; attempts--) {
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
