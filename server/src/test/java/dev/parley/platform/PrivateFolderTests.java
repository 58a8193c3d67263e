package dev.parley.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrivateFolderTests {
    @TempDir Path place;

    @Test
    void isCreatedForItsOwnerAndRefusedIfOthersCanRead() throws IOException {
        var folder = place.resolve("data");
        PrivateFolder.create(folder);
        assertThat(mode(folder)).isEqualTo("rwx------");

        for (var mode : new String[] {"rwxr-xr-x", "rwxr-x---", "rwx---r--", "rwx-wx--x"}) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString(mode));
            assertThatThrownBy(() -> PrivateFolder.create(folder))
                    .as(mode)
                    .isInstanceOf(StartRefused.class)
                    .hasMessageContaining("chmod 700 " + folder);
            assertThat(mode(folder)).isEqualTo(mode);
        }
    }

    @Test
    void canBeTraversedByTheAccountOfTheDatabase() throws IOException {
        var folder = place.resolve("data");
        PrivateFolder.create(folder);
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
        assertThatCode(() -> PrivateFolder.create(folder)).doesNotThrowAnyException();
    }

    private static String mode(Path folder) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(folder));
    }
}
