package dev.parley.platform.database;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.parley.platform.StartRefused;
import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// A running PostgreSQL, from ready to ended.
record PostgresProcess(Process process, int port) {
    private static final Duration START = Duration.ofMinutes(2);
    private static final Duration CLEAN_STOP = Duration.ofMinutes(1);
    private static final int LOG_TAIL = 2000;
    private static final int IO_METHODS = 18;

    /// The first settings protect committed data against any kill; the others suit a small machine.
    private static final List<String> SETTINGS =
            List.of(
                    "fsync=on",
                    "synchronous_commit=on",
                    "full_page_writes=on",
                    "listen_addresses=127.0.0.1",
                    "unix_socket_directories=",
                    "password_encryption=scram-sha-256",
                    "max_connections=60",
                    "shared_buffers=128MB",
                    "effective_cache_size=512MB",
                    "work_mem=8MB",
                    "maintenance_work_mem=64MB",
                    "max_wal_size=512MB",
                    "max_parallel_workers_per_gather=0",
                    "jit=off",
                    // Rows that wait for work come and go by the thousand.
                    "autovacuum_naptime=10s",
                    "timezone=UTC",
                    "log_timezone=UTC",
                    "log_checkpoints=off",
                    // Otherwise it quotes rows, and with them customers' texts.
                    "log_error_verbosity=terse",
                    "log_line_prefix=%m [%p] ");

    /// {@return a PostgreSQL that accepts connections}
    ///
    /// @throws StartRefused with the end of its log, if it ends instead
    static PostgresProcess start(Cluster cluster, int port) {
        var log = cluster.directory().log();
        try {
            var from = Files.exists(log) ? Files.size(log) : 0;
            var postgresProcess = new PostgresProcess(launch(cluster, port, log.toFile()), port);
            var settled =
                    Polling.until(
                            START,
                            () ->
                                    postgresProcess.ended()
                                            || postgresProcess.isReady(cluster.path()));
            if (settled && !postgresProcess.ended()) {
                return postgresProcess;
            }
            postgresProcess.stop();
            throw new StartRefused(
                    "PostgreSQL did not start on port %d: %s".formatted(port, since(log, from)));
        } catch (IOException failure) {
            throw new StartRefused(
                    "PostgreSQL cannot be run here (%s). Run one yourself and set parley.database.url."
                            .formatted(failure.getMessage()),
                    failure);
        }
    }

    boolean ended() {
        return !process.isAlive();
    }

    /// Stops it: open transactions are rolled back, committed data remains.
    void stop() {
        Signal.INT.sendTo(process.pid());
        if (!endsWithin(CLEAN_STOP)) {
            Signal.QUIT.sendTo(process.pid());
        }
        if (!endsWithin(Duration.ofSeconds(10))) {
            process.destroyForcibly();
        }
    }

    private static Process launch(Cluster cluster, int port, File log) throws IOException {
        var command = new ArrayList<String>();
        if (Command.succeeds("setsid", "true")) {
            // Ctrl-C in a terminal reaches the whole session: the database must outlive the server.
            command.add("setsid");
        }
        command.addAll(cluster.account().prefix());
        command.add(cluster.binaries().program("postgres"));
        command.addAll(List.of("-D", cluster.path().toString(), "-p", "" + port));
        command.addAll(List.of("-c", "cluster_name=" + cluster.name()));
        SETTINGS.forEach(setting -> command.addAll(List.of("-c", setting)));
        if (cluster.binaries().major() >= IO_METHODS) {
            command.addAll(List.of("-c", "io_method=sync"));
        }
        var builder = new ProcessBuilder(command);
        builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
        return builder.redirectErrorStream(true)
                .redirectInput(new File("/dev/null"))
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
                .start();
    }

    /// PostgreSQL reports its state in the eighth line of its lock file.
    private boolean isReady(Path cluster) {
        try {
            var lines = Files.readAllLines(cluster.resolve("postmaster.pid"));
            return lines.size() >= 8
                    && lines.getFirst().strip().equals("" + process.pid())
                    && lines.get(7).strip().equals("ready");
        } catch (IOException _) {
            return false;
        }
    }

    private boolean endsWithin(Duration limit) {
        try {
            return process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static String since(Path log, long from) throws IOException {
        try (var file = new RandomAccessFile(log.toFile(), "r")) {
            file.seek(Math.max(from, file.length() - LOG_TAIL));
            var tail = new byte[(int) (file.length() - file.getFilePointer())];
            file.readFully(tail);
            return new String(tail, UTF_8).strip();
        }
    }
}
