package dev.parley.platform.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The account that PostgreSQL runs under. PostgreSQL refuses to run as root, so a server started
/// by root drops privileges: into its own user namespace, or, where those are blocked, to `nobody`.
///
/// @param owner the user that must own its files; null if that is the server's user
record OsAccount(List<String> prefix, @Nullable Integer owner) {
    private static final int ROOT = 0;
    private static final int NOBODY = 65534;

    static OsAccount of(DataDirectory directory) {
        if (uid(Path.of("/proc/self")) != ROOT) {
            return new OsAccount(List.of(), null);
        }
        var cluster = directory.cluster();
        if (Files.exists(cluster) && uid(cluster) != ROOT) {
            return steppingDownTo(uid(cluster));
        }
        if (Command.succeeds("unshare", "-U", "true")) {
            return new OsAccount(List.of("unshare", "-U"), null);
        }
        return steppingDownTo(NOBODY);
    }

    static OsAccount steppingDownTo(int uid) {
        return new OsAccount(
                List.of("setpriv", "--reuid=" + uid, "--regid=" + uid, "--clear-groups"), uid);
    }

    List<String> wrap(List<String> command) {
        var prefixed = new ArrayList<>(prefix);
        prefixed.addAll(command);
        return prefixed;
    }

    /// Makes this account the owner of the file, and lets it traverse the file's directory.
    void own(Path file) throws IOException {
        if (owner == null) {
            return;
        }
        Files.setAttribute(file, "unix:uid", owner);
        Files.setAttribute(file, "unix:gid", owner);
        var permissions = Files.getPosixFilePermissions(file.getParent());
        permissions.addAll(PosixFilePermissions.fromString("--x--x--x"));
        Files.setPosixFilePermissions(file.getParent(), permissions);
    }

    private static int uid(Path path) {
        try {
            return (Integer) Files.getAttribute(path, "unix:uid");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
