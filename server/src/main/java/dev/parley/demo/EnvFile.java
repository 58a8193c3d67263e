package dev.parley.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.stream.Collectors;

/// Writes shell assignments to a file that only its owner can read. The file is replaced
/// atomically.
final class EnvFile {
    private EnvFile() {}

    static void write(Path file, Map<String, String> entries) throws IOException {
        var target = file.toAbsolutePath();
        Files.createDirectories(target.getParent());
        var ownerOnly =
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        var draft = Files.createTempFile(target.getParent(), "demo", ".env", ownerOnly);
        Files.writeString(
                draft,
                entries.entrySet().stream()
                        .map(entry -> entry.getKey() + "=" + quoted(entry.getValue()) + "\n")
                        .collect(Collectors.joining()));
        Files.move(
                draft, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static String quoted(String value) {
        return "'" + value.replace("'", "'\\''") + "'";
    }
}
