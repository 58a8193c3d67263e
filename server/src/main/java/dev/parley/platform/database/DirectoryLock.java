package dev.parley.platform.database;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import dev.parley.platform.StartRefused;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Prevents a second server from using the data directory. The kernel releases the lock when the
/// process ends, however it ends.
final class DirectoryLock implements AutoCloseable {
    /// POSIX drops a process's lock when it closes any handle of the file, so within one process
    /// the file must not be opened twice.
    private static final Set<Path> held = ConcurrentHashMap.newKeySet();

    private final Path file;
    private final FileChannel channel;

    private DirectoryLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    static DirectoryLock take(DataDirectory directory) {
        var file = directory.lock();
        if (!held.add(file)) {
            throw inUse(directory);
        }
        try {
            return new DirectoryLock(file, lock(directory));
        } catch (IOException failure) {
            held.remove(file);
            throw new StartRefused("%s cannot be written: %s".formatted(file, failure), failure);
        } catch (StartRefused refusal) {
            held.remove(file);
            throw refusal;
        }
    }

    private static FileChannel lock(DataDirectory directory) throws IOException {
        var channel = FileChannel.open(directory.lock(), CREATE, READ, WRITE);
        if (channel.tryLock() == null) {
            channel.close();
            throw inUse(directory);
        }
        channel.truncate(0);
        channel.write(UTF_8.encode(ProcessHandle.current().pid() + "\n"));
        return channel;
    }

    private static StartRefused inUse(DataDirectory directory) {
        return new StartRefused(
                "The data directory %s is in use by another Parley server: stop that one first, or choose another directory with parley.data."
                        .formatted(directory.root()));
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException _) {
            // the lock is released when the process ends at the latest
        } finally {
            held.remove(file);
        }
    }
}
