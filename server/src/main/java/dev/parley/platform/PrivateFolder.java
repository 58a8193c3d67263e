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

    /// PostgreSQL under an account of its own must be able to pass through, and reads nothing
    /// there.
    private static final Set<PosixFilePermission> PASSING = Set.of(GROUP_EXECUTE, OTHERS_EXECUTE);

    private PrivateFolder() {}

    /// Makes it when it is not there.
    ///
    /// @throws StartRefused when it is there and others may read or write in it
    public static void make(Path path) throws IOException {
        if (Files.notExists(path)) {
            Files.createDirectories(path);
            Files.setPosixFilePermissions(path, OWNER_ONLY);
            return;
        }
        if (!mayNotBeReadByOthers(path)) {
            throw new StartRefused(
                    "The directory %s can be read by others (%s): run `chmod 700 %1$s`."
                            .formatted(path.toAbsolutePath().normalize(), modeOf(path)));
        }
    }

    /// Makes a folder within a private one, and takes away what others may do there: nobody but us
    /// made it.
    public static void makeWithin(Path path) throws IOException {
        Files.createDirectories(path);
        if (!Files.getPosixFilePermissions(path).equals(OWNER_ONLY)) {
            Files.setPosixFilePermissions(path, OWNER_ONLY);
        }
    }

    private static boolean mayNotBeReadByOthers(Path path) throws IOException {
        var extra = EnumSet.copyOf(Files.getPosixFilePermissions(path));
        extra.removeAll(OWNER_ONLY);
        extra.removeAll(PASSING);
        return extra.isEmpty();
    }

    private static String modeOf(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
