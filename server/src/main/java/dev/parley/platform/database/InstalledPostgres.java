package dev.parley.platform.database;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// PostgreSQL as installed by the distribution: it gets security updates, unlike the programs that
/// Parley includes.
final class InstalledPostgres {
    private static final Logger log = LoggerFactory.getLogger(InstalledPostgres.class);

    /// Debian and Ubuntu; Fedora and Red Hat.
    private static final List<String> PATTERNS =
            List.of("/usr/lib/postgresql/*/bin", "/usr/pgsql-*/bin", "/usr/bin");

    private InstalledPostgres() {}

    /// Logs which installed one could be used.
    static void logAvailable() {
        PATTERNS.stream()
                .flatMap(place -> matching(place).stream())
                .map(Binaries::lookIn)
                .flatMap(Optional::stream)
                .filter(Binaries::isNewEnough)
                .max(Comparator.comparingInt(Binaries::major))
                .ifPresent(found ->
                        log.info(
                                "PostgreSQL {} is installed in {}. With parley.database.binaries={} a new data directory uses it, and gets its security updates.",
                                found.major(),
                                found.folder(),
                                found.folder()));
    }

    private static List<Path> matching(String pattern) {
        var star = pattern.indexOf('*');
        if (star < 0) {
            return List.of(Path.of(pattern));
        }
        var slash = pattern.lastIndexOf('/', star);
        var name = pattern.substring(slash + 1, pattern.indexOf('/', star));
        var found = new ArrayList<Path>();
        try (DirectoryStream<Path> folders =
                Files.newDirectoryStream(Path.of(pattern.substring(0, slash)), name)) {
            folders.forEach(folder -> found.add(folder.resolve("bin")));
        } catch (IOException _) {
            return List.of();
        }
        return found;
    }
}
