package dev.parley.platform.database;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import dev.parley.platform.Sha256;
import dev.parley.platform.StartRefused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;

/// The data files of one PostgreSQL cluster, created once.
record Cluster(DataDirectory directory, Binaries binaries, OsAccount account, String password) {
    private static final String VERSION_FILE = "PG_VERSION";
    static final String USER = "parley";
    private static final int BUILTIN_LOCALES = 17;

    /// {@return whether this data directory contains a database}
    static boolean existsIn(Path data) {
        return Files.exists(new DataDirectory(data).cluster().resolve(VERSION_FILE));
    }

    /// Opens the files of the database, and creates them if they do not exist. An interrupted
    /// creation is discarded.
    static Cluster in(DataDirectory directory, Binaries binaries, OsAccount account) {
        try {
            var path = directory.cluster();
            var isNew = Files.notExists(path);
            var cluster = new Cluster(directory, binaries, account, passwordOf(directory, isNew));
            if (isNew) {
                cluster.create();
            }
            cluster.requireOurVersion();
            return cluster;
        } catch (IOException failure) {
            throw new StartRefused(
                    "The database in %s cannot be opened: %s".formatted(directory.root(), failure),
                    failure);
        }
    }

    Path path() {
        return directory.cluster();
    }

    /// The name that all processes of this database, and no others, have in their command line.
    String name() {
        return "parley-" + Sha256.hex(path().toString(), 8);
    }

    private void create() throws IOException {
        var scratch = directory.root().resolve("postgres.new");
        FileSystemUtils.deleteRecursively(scratch);
        Files.createDirectory(scratch, ownerOnly("rwx------"));
        account.own(scratch);
        var passwordFile = directory.root().resolve("postgres.password.new");
        Files.deleteIfExists(passwordFile);
        Files.createFile(passwordFile, ownerOnly("rw-------"));
        Files.writeString(passwordFile, password);
        account.own(passwordFile);
        try {
            initialise(scratch, passwordFile);
            Files.move(scratch, path(), ATOMIC_MOVE);
        } finally {
            Files.delete(passwordFile);
        }
    }

    private void initialise(Path folder, Path passwordFile) {
        Command.run(
                account.wrap(
                        Stream.concat(
                                        Stream.of(
                                                binaries.program("initdb"),
                                                "--pgdata=" + folder,
                                                "--username=" + USER,
                                                "--pwfile=" + passwordFile,
                                                "--auth=scram-sha-256",
                                                "--encoding=UTF8",
                                                "--locale=C.UTF-8",
                                                "--data-checksums"),
                                        locales())
                                .toList()));
    }

    /// Older versions use the system's locale, which is the same for C.UTF-8.
    private Stream<String> locales() {
        return binaries.major() >= BUILTIN_LOCALES
                ? Stream.of("--locale-provider=builtin")
                : Stream.empty();
    }

    private void requireOurVersion() throws IOException {
        var version = Files.readString(path().resolve(VERSION_FILE)).strip();
        if (!version.equals("" + binaries.major())) {
            throw new StartRefused(
                    "The database in %s was created by PostgreSQL %s, and %s contains PostgreSQL %d: set parley.database.binaries to a PostgreSQL %2$s, or see \"Upgrading\" in docs/operations.md."
                            .formatted(path(), version, binaries.folder(), binaries.major()));
        }
    }

    private static String passwordOf(DataDirectory directory, boolean isNew) throws IOException {
        var file = directory.password();
        if (Files.exists(file)) {
            return Files.readString(file).strip();
        }
        if (!isNew) {
            throw new StartRefused(
                    "%s is missing: without it the database beside it cannot be opened. Restore it from a backup."
                            .formatted(file));
        }
        var bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        var password = HexFormat.of().formatHex(bytes);
        var scratch = directory.root().resolve(".postgres.password");
        Files.deleteIfExists(scratch);
        Files.createFile(scratch, ownerOnly("rw-------"));
        Files.writeString(scratch, password);
        Files.move(scratch, file, ATOMIC_MOVE);
        return password;
    }

    private static java.nio.file.attribute.FileAttribute<?> ownerOnly(String permissions) {
        return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions));
    }
}
