package dev.parley.platform.database;

import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Limits the size of a log that another process appends to: the content is copied and the file
/// truncated, because the process keeps it open.
///
/// @param maxBytes the maximum size of the file in bytes
/// @param maxFiles how many older files are retained beside it, as `.1`, `.2` and so on
record LogRotation(Path file, long maxBytes, int maxFiles) {
    private static final Logger log = LoggerFactory.getLogger(LogRotation.class);
    private static final long DEFAULT_SIZE = 10 * 1024 * 1024;

    LogRotation(Path file) {
        this(file, DEFAULT_SIZE, 3);
    }

    void rotate() {
        try {
            if (Files.exists(file) && Files.size(file) > maxBytes) {
                for (var number = maxFiles - 1; number > 0; number--) {
                    shift(number);
                }
                Files.copy(file, older(1), REPLACE_EXISTING);
                try (var channel = FileChannel.open(file, WRITE)) {
                    channel.truncate(0);
                }
            }
        } catch (IOException failure) {
            log.warn("{} could not be rotated: {}", file, failure.toString());
        }
    }

    private void shift(int number) throws IOException {
        if (Files.exists(older(number))) {
            Files.move(older(number), older(number + 1), REPLACE_EXISTING);
        }
    }

    private Path older(int number) {
        return file.resolveSibling(file.getFileName() + "." + number);
    }
}
