package dev.parley.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.platform.StartRefused;
import dev.parley.testing.TestPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The embedded database can use the PostgreSQL programs that are installed on this machine.
@Timeout(value = 90, unit = TimeUnit.SECONDS)
class InstalledProgramsTests {
    @TempDir Path place;

    @Test
    void runADatabaseThatOtherVersionsRefuse() throws Exception {
        var own = Binaries.installedIn(Binaries.unpackedIn(TestPostgres.BINARIES).folder());
        assertThat(own.major()).isEqualTo(18);
        var data = place.resolve("data");
        try (var postgres = EmbeddedPostgres.start(data, 0, () -> own)) {
            assertThat(TestRows.ask(postgres, "select 1")).isEqualTo("1");
        }
        Files.writeString(data.resolve("postgres").resolve("PG_VERSION"), "17\n");
        assertThatThrownBy(() -> EmbeddedPostgres.start(data, 0, () -> own))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("was created by PostgreSQL 17")
                .hasMessageContaining("%s contains PostgreSQL 18", own.folder())
                .hasMessageContaining("parley.database.binaries");
    }

    @Test
    void areRefusedIfMissingOrTooOld() throws IOException {
        assertThatThrownBy(() -> Binaries.installedIn(place))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("postgres and initdb are not there");
        for (var name : new String[] {"postgres", "initdb"}) {
            var program = Files.writeString(place.resolve(name), OLD);
            Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
        }
        assertThatThrownBy(() -> Binaries.installedIn(place))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("is version 15, and Parley needs 16 or newer");
    }

    private static final String OLD = "#!/bin/sh\necho 'postgres (PostgreSQL) 15.14 (Debian)'\n";
}
