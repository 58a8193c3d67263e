package dev.parley.simulator.files;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;

/// Stores attachments while the simulator runs.
@Component
public class StoredFiles implements DisposableBean {
    private static final int LONGEST_NAME = 200;

    private final Map<String, StoredFile> files = new ConcurrentHashMap<>();
    private final Path directory;

    StoredFiles() throws IOException {
        directory = Files.createTempDirectory("parley-simulator");
    }

    public StoredFile save(
            @Nullable String name, @Nullable String contentType, InputStream content) {
        var id = UUID.randomUUID().toString();
        var at = directory.resolve(id);
        try {
            var size = Files.copy(content, at);
            var stored = new StoredFile(id, plain(name), type(contentType), size, at);
            files.put(id, stored);
            return stored;
        } catch (IOException failure) {
            deleteQuietly(at);
            throw new UncheckedIOException("Could not store " + name, failure);
        }
    }

    private static void deleteQuietly(Path partial) {
        try {
            Files.deleteIfExists(partial);
        } catch (IOException _) {
            // It is deleted with the directory.
        }
    }

    public Optional<StoredFile> find(String id) {
        return Optional.ofNullable(files.get(id));
    }

    @Override
    public void destroy() throws IOException {
        FileSystemUtils.deleteRecursively(directory);
    }

    /// A name that is safe in a URL.
    private static String plain(@Nullable String name) {
        var last = name == null ? "" : name.replaceAll(".*[/\\\\]", "");
        var plain = last.replaceAll("[^\\p{IsLetter}\\p{IsDigit}._-]+", "-");
        return plain.isBlank()
                ? "file"
                : plain.substring(0, Math.min(plain.length(), LONGEST_NAME));
    }

    private static String type(@Nullable String contentType) {
        return contentType == null ? "application/octet-stream" : contentType;
    }
}
