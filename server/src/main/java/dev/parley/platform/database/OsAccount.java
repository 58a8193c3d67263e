package dev.parley.platform.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The account that PostgreSQL runs under. It refuses to be root, so a server started by root has
/// to step down: into a user namespace of its own, or, where those are blocked, to `nobody`.
///
/// @param owner the user that its files must belong to, when that is not ours
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

    List<String> running(List<String> command) {
        var whole = new ArrayList<>(prefix);
        whole.addAll(command);
        return whole;
    }

    /// Lets this account have the file, and pass through the directory that holds it.
    void own(Path file) throws IOException {
        if (owner == null) {
            return;
        }
        Files.setAttribute(file, "unix:uid", owner);
        Files.setAttribute(file, "unix:gid", owner);
        var passable = Files.getPosixFilePermissions(file.getParent());
        passable.addAll(PosixFilePermissions.fromString("--x--x--x"));
        Files.setPosixFilePermissions(file.getParent(), passable);
    }

    private static int uid(Path path) {
        try {
            return (Integer) Files.getAttribute(path, "unix:uid");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
