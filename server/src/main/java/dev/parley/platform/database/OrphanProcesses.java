package dev.parley.platform.database;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.parley.platform.StartRefused;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Processes of the embedded database that outlived the server, or their postmaster. The server
/// that has the directory's lock may end them: no other server can be using them.
final class OrphanProcesses {
    private static final Duration CLEAN_STOP = Duration.ofMinutes(1);
    private static final Duration DETECTION = Duration.ofSeconds(5);

    private final Cluster cluster;

    OrphanProcesses(Cluster cluster) {
        this.cluster = cluster;
    }

    /// Ends these processes, and deletes the file that would prevent the next start.
    void end() {
        try {
            if (!processes().isEmpty()) {
                end(postmaster());
            }
            // Its process has ended, but PostgreSQL takes the PID of a zombie for a running
            // process.
            Files.deleteIfExists(pidFile());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void end(Optional<ProcessHandle> postmaster) {
        postmaster.ifPresent(process -> Signal.INT.sendTo(process.pid()));
        // Without the postmaster the others stop on their own, once they detect it.
        var limit = postmaster.isPresent() ? CLEAN_STOP : DETECTION;
        if (!Polling.until(limit, this::allEnded)) {
            processes().forEach(ProcessHandle::destroyForcibly);
            if (!Polling.until(DETECTION, this::allEnded)) {
                throw new StartRefused(
                        "Processes of the database in %s cannot be ended: %s"
                                .formatted(cluster.path(), processes()));
            }
        }
    }

    private boolean allEnded() {
        return processes().isEmpty();
    }

    private Optional<ProcessHandle> postmaster() throws IOException {
        if (Files.notExists(pidFile())) {
            return Optional.empty();
        }
        var lines = Files.readAllLines(pidFile());
        return processes().stream()
                .filter(process -> lines.getFirst().strip().equals("" + process.pid()))
                .findFirst();
    }

    private List<ProcessHandle> processes() {
        return ProcessHandle.allProcesses().filter(this::isOurs).toList();
    }

    /// Both files are readable for all users, and both are empty once the process is a zombie.
    private boolean isOurs(ProcessHandle process) {
        var folder = Path.of("/proc", "" + process.pid());
        try {
            return Files.readString(folder.resolve("comm")).startsWith("postgres")
                    && new String(Files.readAllBytes(folder.resolve("cmdline")), UTF_8)
                            .contains(cluster.name());
        } catch (IOException _) {
            return false;
        }
    }

    private Path pidFile() {
        return cluster.path().resolve("postmaster.pid");
    }
}
