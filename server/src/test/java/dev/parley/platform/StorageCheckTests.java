package dev.parley.platform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.platform.ParleySettings.Mode;
import dev.parley.platform.SelfCheck.Problem;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;

class StorageCheckTests {
    private static final DataSize NONE = DataSize.ofBytes(0);
    private static final DataSize MORE_THAN_ANY_DISK = DataSize.ofTerabytes(1_000_000);

    @TempDir Path data;

    @Test
    void reportsANearlyFullAndAFullDisk() throws IOException {
        Files.createDirectory(data.resolve("postgres"));
        assertThat(look(NONE, NONE)).isEmpty();
        assertThat(look(MORE_THAN_ANY_DISK, NONE))
                .singleElement()
                .returns("storageLow", Problem::cause)
                .returns(false, Problem::severe);
        assertThat(look(MORE_THAN_ANY_DISK, MORE_THAN_ANY_DISK))
                .singleElement()
                .returns("storageFull", Problem::cause)
                .returns(true, Problem::severe);
        assertThat(
                        PosixFilePermissions.toString(
                                Files.getPosixFilePermissions(data.resolve("files"))))
                .isEqualTo("rwx------");
        assertThat(data.resolve("files")).isEmptyDirectory();
    }

    @Test
    void reportsAFolderThatIsNotWritable() throws IOException {
        Files.createFile(data.resolve("files"));
        assertThat(look(NONE, NONE))
                .singleElement()
                .returns("storageUnwritable", Problem::cause)
                .returns(true, Problem::severe);
    }

    private List<Problem> look(DataSize warnBelow, DataSize fullBelow) {
        var parley = new ParleySettings(Mode.SERVE, data, null, null);
        var settings = new StorageSettings(warnBelow, fullBelow);
        return new StorageCheck(parley, settings, new SimpleMeterRegistry()).check();
    }
}
