package dev.parley.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Shell assignments in a file that only its owner can read. The file is replaced atomically.
final class EnvFile {
    /// A single quote within single quotes of the shell.
    private static final String QUOTE = "'\\''";

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

    /// {@return the value of this variable in the file; null if there is none}
    static @Nullable String value(Path file, String name) throws IOException {
        if (Files.notExists(file)) {
            return null;
        }
        var start = name + "='";
        return Files.readAllLines(file).stream()
                .filter(line -> line.startsWith(start) && line.endsWith("'"))
                .map(line -> line.substring(start.length(), line.length() - 1))
                .map(quoted -> quoted.replace(QUOTE, "'"))
                .findFirst()
                .orElse(null);
    }

    private static String quoted(String value) {
        return "'" + value.replace("'", QUOTE) + "'";
    }
}
