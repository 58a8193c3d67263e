package dev.parley.platform;

import static dev.parley.platform.InstallationStatus.Sign.ADDRESS;
import static dev.parley.platform.InstallationStatus.Sign.DIRECTORY;
import static dev.parley.platform.InstallationStatus.Sign.MACHINE;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstallationLocationTests {
    private static final UUID ID = UUID.fromString("0198c0de-0000-7000-8000-000000000001");
    private static final InstallationLocation HOME =
            new InstallationLocation("https://desk.example", "1", "m", "d");

    @TempDir Path folder;

    @Test
    void changesAreDetected() {
        assertThat(HOME.changesSince(HOME)).isEmpty();
        assertThat(
                        new InstallationLocation("https://other.example", "2", "m", "d")
                                .changesSince(HOME))
                .containsExactly(ADDRESS, DIRECTORY);
        assertThat(
                        new InstallationLocation("https://desk.example", "1", "n", "d")
                                .changesSince(HOME))
                .containsExactly(MACHINE);
    }

    @Test
    void unknownValuesAreNotCompared() {
        assertThat(
                        new InstallationLocation("https://desk.example", "1", null, null)
                                .changesSince(HOME))
                .isEmpty();
        assertThat(HOME.changesSince(InstallationLocation.UNKNOWN)).isEmpty();
    }

    @Test
    void aDirectoryThatWasMovedIsTheSameAndACopyIsAnother() throws IOException {
        var original = folder.resolve("original");
        var before = InstallationFingerprint.directory(original, ID);
        assertThat(InstallationFingerprint.directory(original, ID)).isEqualTo(before);

        var moved = Files.move(original, folder.resolve("moved"));
        assertThat(InstallationFingerprint.directory(moved, ID)).isEqualTo(before);

        var copy = folder.resolve("copy");
        PrivateFolder.create(copy);
        Files.copy(
                moved.resolve(InstallationFingerprint.FILE),
                copy.resolve(InstallationFingerprint.FILE),
                StandardCopyOption.COPY_ATTRIBUTES);
        assertThat(InstallationFingerprint.directory(copy, ID)).isNotEqualTo(before);
    }
}
