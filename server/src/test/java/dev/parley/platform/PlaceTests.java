package dev.parley.platform;

import static dev.parley.platform.Standing.Sign.ADDRESS;
import static dev.parley.platform.Standing.Sign.DIRECTORY;
import static dev.parley.platform.Standing.Sign.MACHINE;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlaceTests {
    private static final UUID ID = UUID.fromString("0198c0de-0000-7000-8000-000000000001");
    private static final Place HOME = new Place("https://desk.example", "1", "m", "d");

    @TempDir Path folder;

    @Test
    void whatChangedIsASign() {
        assertThat(HOME.changesSince(HOME)).isEmpty();
        assertThat(new Place("https://other.example", "2", "m", "d").changesSince(HOME))
                .containsExactly(ADDRESS, DIRECTORY);
        assertThat(new Place("https://desk.example", "1", "n", "d").changesSince(HOME))
                .containsExactly(MACHINE);
    }

    @Test
    void whatCannotBeToldIsNoSign() {
        assertThat(new Place("https://desk.example", "1", null, null).changesSince(HOME)).isEmpty();
        assertThat(HOME.changesSince(Place.UNKNOWN)).isEmpty();
    }

    @Test
    void aDirectoryThatWasMovedIsTheSameAndACopyIsAnother() throws IOException {
        var original = folder.resolve("original");
        var before = Surroundings.directory(original, ID);
        assertThat(Surroundings.directory(original, ID)).isEqualTo(before);

        var moved = Files.move(original, folder.resolve("moved"));
        assertThat(Surroundings.directory(moved, ID)).isEqualTo(before);

        var copy = folder.resolve("copy");
        PrivateFolder.make(copy);
        Files.copy(
                moved.resolve(Surroundings.FILE),
                copy.resolve(Surroundings.FILE),
                StandardCopyOption.COPY_ATTRIBUTES);
        assertThat(Surroundings.directory(copy, ID)).isNotEqualTo(before);
    }
}
