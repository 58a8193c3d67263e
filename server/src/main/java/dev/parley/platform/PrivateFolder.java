package dev.parley.platform;

import static java.nio.file.attribute.PosixFilePermission.GROUP_EXECUTE;
import static java.nio.file.attribute.PosixFilePermission.OTHERS_EXECUTE;
import static java.nio.file.attribute.PosixFilePermission.OWNER_EXECUTE;
import static java.nio.file.attribute.PosixFilePermission.OWNER_READ;
import static java.nio.file.attribute.PosixFilePermission.OWNER_WRITE;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;

/// A folder that only its owner may read.
public final class PrivateFolder {
    private static final Set<PosixFilePermission> OWNER_ONLY =
            Set.of(OWNER_READ, OWNER_WRITE, OWNER_EXECUTE);

    /// PostgreSQL, which may run under its own account, must be able to traverse the folder, but
    /// reads nothing in it.
    private static final Set<PosixFilePermission> PASSING = Set.of(GROUP_EXECUTE, OTHERS_EXECUTE);

    private PrivateFolder() {}

    /// Creates the folder if it does not exist.
    ///
    /// @throws StartRefused if it exists and others may read or write in it
    public static void create(Path path) throws IOException {
        if (Files.notExists(path)) {
            Files.createDirectories(path);
            Files.setPosixFilePermissions(path, OWNER_ONLY);
            return;
        }
        if (!isPrivate(path)) {
            throw new StartRefused(
                    "The directory %s can be read by others (%s): run `chmod 700 %1$s`."
                            .formatted(path.toAbsolutePath().normalize(), modeOf(path)));
        }
    }

    /// Creates a folder within a private one, and removes the permissions of others: only Parley
    /// creates folders there.
    public static void createWithin(Path path) throws IOException {
        Files.createDirectories(path);
        if (!Files.getPosixFilePermissions(path).equals(OWNER_ONLY)) {
            Files.setPosixFilePermissions(path, OWNER_ONLY);
        }
    }

    private static boolean isPrivate(Path path) throws IOException {
        var extra = EnumSet.copyOf(Files.getPosixFilePermissions(path));
        extra.removeAll(OWNER_ONLY);
        extra.removeAll(PASSING);
        return extra.isEmpty();
    }

    private static String modeOf(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
