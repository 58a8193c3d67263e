package dev.parley.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Identifies the machine and the data directory.
final class InstallationFingerprint {
    static final String FILE = "installation.id";

    private static final Path MACHINE_ID = Path.of("/etc/machine-id");

    private InstallationFingerprint() {}

    /// {@return the identity of the file with the installation's id in the data directory} The file
    /// is created once and never rewritten: a copied directory has another file, a moved one has
    /// the same.
    static String directory(Path data, UUID id) {
        var file = data.resolve(FILE);
        try {
            if (Files.notExists(file)) {
                PrivateFolder.create(data);
                Files.writeString(file, id + "\n");
            }
            var created = Files.readAttributes(file, BasicFileAttributes.class).creationTime();
            return "%s/%s/%d"
                    .formatted(
                            Files.readString(file).strip(),
                            Files.getAttribute(file, "unix:ino"),
                            created.toMillis());
        } catch (IOException failure) {
            throw new StartRefused("%s cannot be used: %s".formatted(file, failure), failure);
        }
    }

    /// Assigns the data directory to this installation.
    static void claim(Path data, UUID id) {
        var file = data.resolve(FILE);
        try {
            if (Files.notExists(file) || !Files.readString(file).strip().equals(id.toString())) {
                Files.writeString(file, id + "\n");
            }
        } catch (IOException failure) {
            throw new StartRefused("%s cannot be written: %s".formatted(file, failure), failure);
        }
    }

    /// {@return a digest of the machine's id; null if unknown, as in containers, which have no
    /// lasting id}
    static @Nullable String machine() {
        try {
            var text = isContainer() ? "" : Files.readString(MACHINE_ID).strip();
            return text.isEmpty() ? null : digest("parley/" + text);
        } catch (IOException _) {
            return null;
        }
    }

    /// {@return the same short code for the same text}
    static String digest(String text) {
        return Sha256.hex(text, 6);
    }

    private static boolean isContainer() {
        return Files.exists(Path.of("/.dockerenv"))
                || Files.exists(Path.of("/run/.containerenv"))
                || System.getenv("container") != null
                || System.getenv("KUBERNETES_SERVICE_HOST") != null;
    }
}
