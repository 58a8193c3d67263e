package dev.parley.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogRotationTests {
    @TempDir Path folder;

    @Test
    void writersContinueInAnEmptyFile() throws IOException {
        var file = folder.resolve("postgres.log");
        var rotation = new LogRotation(file, 10, 2);
        try (var writer = new FileOutputStream(file.toFile(), true)) {
            for (var line : new String[] {"one", "two", "three"}) {
                writer.write((line + " and so on\n").getBytes(StandardCharsets.UTF_8));
                rotation.rotate();
            }
            writer.write("short\n".getBytes(StandardCharsets.UTF_8));
            rotation.rotate();
        }
        assertThat(file).hasContent("short\n");
        assertThat(folder.resolve("postgres.log.1")).hasContent("three and so on\n");
        assertThat(folder.resolve("postgres.log.2")).hasContent("two and so on\n");
        assertThat(folder.resolve("postgres.log.3")).doesNotExist();
    }
}
