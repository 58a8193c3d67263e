package dev.parley.platform.database;

import dev.parley.platform.PrivateFolder;
import dev.parley.platform.StartRefused;
import java.io.IOException;
import java.nio.file.Path;

/// The database's paths within the data directory.
record DataDirectory(Path root) {
    /// Opens the directory, and creates it, for the owner alone, if it does not exist.
    static DataDirectory at(Path path) {
        try {
            PrivateFolder.create(path);
            var root = path.toRealPath();
            PrivateFolder.createWithin(root.resolve("logs"));
            return new DataDirectory(root);
        } catch (IOException failure) {
            throw new StartRefused(
                    "The data directory %s cannot be written (%s): choose another with parley.data."
                            .formatted(path.toAbsolutePath(), failure),
                    failure);
        }
    }

    Path lock() {
        return root.resolve("lock");
    }

    Path binaries() {
        return root.resolve("postgres-binaries");
    }

    Path cluster() {
        return root.resolve("postgres");
    }

    Path password() {
        return root.resolve("postgres.password");
    }

    Path log() {
        return root.resolve("logs").resolve("postgres.log");
    }
}
