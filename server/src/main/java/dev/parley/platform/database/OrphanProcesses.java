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

/// Processes of our database that outlived the server, or the first among them. Whoever holds the
/// directory's lock may end them: nobody else can be using them.
final class OrphanProcesses {
    private static final Duration CLEAN_STOP = Duration.ofMinutes(1);
    private static final Duration NOTICE = Duration.ofSeconds(5);

    private final Cluster cluster;

    OrphanProcesses(Cluster cluster) {
        this.cluster = cluster;
    }

    /// Ends what is left, and clears away what would keep the next one from starting.
    void end() {
        try {
            if (!processes().isEmpty()) {
                end(first());
            }
            // Its process is gone, but a zombie's number still looks alive to PostgreSQL.
            Files.deleteIfExists(pidFile());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void end(Optional<ProcessHandle> first) {
        first.ifPresent(process -> Signal.INT.to(process.pid()));
        // Without their first process the others stop by themselves, once they notice.
        var limit = first.isPresent() ? CLEAN_STOP : NOTICE;
        if (!Polling.until(limit, this::none)) {
            processes().forEach(ProcessHandle::destroyForcibly);
            if (!Polling.until(NOTICE, this::none)) {
                throw new StartRefused(
                        "Processes of the database in %s cannot be ended: %s"
                                .formatted(cluster.path(), processes()));
            }
        }
    }

    private boolean none() {
        return processes().isEmpty();
    }

    private Optional<ProcessHandle> first() throws IOException {
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

    /// Both files can be read by anyone, and both are empty once the process is a zombie.
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
