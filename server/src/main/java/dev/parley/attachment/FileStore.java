package dev.parley.attachment;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import dev.parley.channel.Blob;
import dev.parley.platform.ParleySettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Stores files in the data directory, under the id of their attachment. A file exists completely
/// or not at all, even after a power failure.
@Component
class FileStore {
    private final Path root;

    FileStore(ParleySettings settings) {
        this.root = settings.data().resolve("files");
    }

    /// Stores a file, and its thumbnail if it has one. Storing it again changes nothing.
    void put(AttachmentId id, Blob original, @Nullable Blob thumbnail) {
        try {
            write(original(id), original);
            if (thumbnail != null) {
                write(thumbnail(id), thumbnail);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("The file could not be stored", failure);
        }
    }

    /// Removes a file and its thumbnail, if they exist.
    void remove(AttachmentId id) {
        try {
            Files.deleteIfExists(original(id));
            Files.deleteIfExists(thumbnail(id));
        } catch (IOException failure) {
            throw new UncheckedIOException("The file could not be removed", failure);
        }
    }

    /// Removes what a crash left of writing a file. Nothing may be writing it any more.
    void removeParts(AttachmentId id) {
        try {
            Files.deleteIfExists(part(original(id)));
            Files.deleteIfExists(part(thumbnail(id)));
        } catch (IOException failure) {
            throw new UncheckedIOException("A part of the file could not be removed", failure);
        }
    }

    Path original(AttachmentId id) {
        return place(id, "");
    }

    Path thumbnail(AttachmentId id) {
        return place(id, "-small");
    }

    private Path place(AttachmentId id, String suffix) {
        var name = id.value().toString();
        // The ids begin with the time, so only their ends are evenly distributed.
        return root.resolve(name.substring(name.length() - 2)).resolve(name + suffix);
    }

    private static Path part(Path file) {
        return file.resolveSibling("." + file.getFileName() + ".part");
    }

    private static void write(Path file, Blob blob) throws IOException {
        var folder = Files.createDirectories(file.getParent());
        var partFile = part(file);
        try (var channel = FileChannel.open(partFile, CREATE, WRITE, TRUNCATE_EXISTING)) {
            try (var bytes = blob.open()) {
                bytes.transferTo(Channels.newOutputStream(channel));
            }
            channel.force(true);
        }
        Files.move(partFile, file, ATOMIC_MOVE);
        try (var directory = FileChannel.open(folder, READ)) {
            directory.force(true);
        }
    }
}
