package dev.parley.testing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.awaitility.Awaitility.await;

import dev.parley.platform.PrivateFolder;
import dev.parley.platform.database.PostgresProcesses;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;

/// Parley as a demo in a separate process, with its embedded database, to be killed. It keeps its
/// port and its data directory across restarts.
public final class ChildServer implements AutoCloseable {
    private static final Duration START = Duration.ofMinutes(8);

    private final HttpClient http = HttpClient.newHttpClient();
    private final Simulator simulator;
    private final List<String> settings;
    private final int port = Ports.free();
    private final Path data = Path.of("target", "child-" + port).toAbsolutePath();
    private final Path log = Path.of("target", "child-" + port + ".log");
    private Process process;

    private ChildServer(Simulator simulator, List<String> settings) {
        this.simulator = simulator;
        this.settings = settings;
        this.process = launch();
        Runtime.getRuntime().addShutdownHook(new Thread(this::end));
    }

    public static ChildServer start(Simulator simulator, String... settings) {
        var server = new ChildServer(simulator, List.of(settings));
        server.awaitReady();
        return server;
    }

    public String url() {
        return "http://localhost:" + port;
    }

    /// Ends the server at once, like a power failure. Its database keeps running.
    public void kill() {
        try {
            process.destroyForcibly().waitFor();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    public void killDatabase() {
        try {
            PostgresProcesses.kill(data);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    public void startAgain() {
        process = launch();
        awaitReady();
    }

    public Path data() {
        return data;
    }

    /// Restarts it with another setting, expecting the start to fail. {@return its output, after it
    /// has ended}
    ///
    /// @param ended receives the time from the log line that contains `mark` to the end
    public String failsToStart(String setting, String mark, Consumer<Duration> ended) {
        try {
            var before = Files.size(log);
            process = launch(setting);
            Supplier<String> said = () -> since(before);
            await("this output: " + mark)
                    .pollInterval(Duration.ofMillis(50))
                    .atMost(START)
                    .until(() -> !process.isAlive() || said.get().contains(mark));
            var from = System.nanoTime();
            if (!process.waitFor(START.toSeconds(), TimeUnit.SECONDS)) {
                throw new IllegalStateException("It has not exited: see " + log);
            }
            ended.accept(Duration.ofNanos(System.nanoTime() - from));
            return said.get();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    private String since(long before) {
        try {
            var all = Files.readAllBytes(log);
            return new String(all, (int) before, (int) (all.length - before), UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /// The server restarts its database automatically.
    public void awaitDatabase() {
        await("the database to be back")
                .ignoreExceptions()
                .atMost(START)
                .until(() -> count("select 1") == 1);
    }

    /// {@return an API token of the administrator, which restarts keep}
    public String token() {
        return setting("API_TOKEN");
    }

    /// {@return this value of the demo's environment file; empty while it is missing}
    public String setting(String name) {
        try {
            return Files.readAllLines(data.resolve("demo.env")).stream()
                    .filter(line -> line.startsWith(name + "="))
                    .map(line -> line.substring(name.length() + 1).replace("'", ""))
                    .findFirst()
                    .orElse("");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    public long count(String sql) {
        try (var connection =
                        DriverManager.getConnection(
                                "jdbc:postgresql://127.0.0.1:%d/postgres"
                                        .formatted(PostgresProcesses.port(data)),
                                "parley",
                                Files.readString(data.resolve("postgres.password")).strip());
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                end();
            }
            FileSystemUtils.deleteRecursively(data);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void end() {
        if (process.isAlive()) {
            kill();
            killDatabase();
        }
    }

    private Process launch(String... more) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ordinaryFlags());
        command.addAll(
                List.of(
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        classPath(),
                        "dev.parley.Parley",
                        "--server.port=" + port,
                        "--parley.mode=demo",
                        "--parley.data=" + data,
                        "--parley.public-url=" + url(),
                        "--parley.messenger.graph-url=" + simulator.url(),
                        "--parley.demo.simulator-url=" + simulator.url(),
                        "--parley.demo.env-file=" + data.resolve("demo.env")));
        command.addAll(settings);
        for (var setting : more) {
            var name = setting.substring(0, setting.indexOf('=') + 1);
            command.removeIf(one -> one.startsWith(name));
            command.add(setting);
        }
        try {
            sharePrograms();
            return new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /// The flags that the launcher passes, so that memory is as limited as in production. The
    /// classes here are not those that were prepared when Parley was built.
    private static List<String> ordinaryFlags() {
        try (var lines = Files.lines(Path.of("..", "launcher", "programs.sh"))) {
            var flags = lines.filter(line -> line.startsWith("SERVER_FLAGS=")).findFirst();
            return Stream.of(flags.orElseThrow().split("\"", -1)[1].split(" ", -1))
                    .filter(flag -> !flag.startsWith("-Dspring.aot"))
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /// PostgreSQL's programs are unpacked once for all tests.
    private void sharePrograms() throws IOException {
        var programs = data.resolve("postgres-binaries");
        if (Files.notExists(programs)) {
            PrivateFolder.create(data);
            Files.createDirectories(TestPostgres.BINARIES);
            Files.createSymbolicLink(programs, TestPostgres.BINARIES.toAbsolutePath());
        }
    }

    /// Without the tests' own classes, which the server would otherwise load as its parts.
    private static String classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .filter(entry -> !entry.endsWith("test-classes"))
                .collect(joining(File.pathSeparator));
    }

    private void awaitReady() {
        await("the server to be ready (its log is " + log + ")")
                .pollInterval(Duration.ofMillis(100))
                .atMost(START)
                .until(this::isReady);
    }

    private boolean isReady() throws InterruptedException {
        if (!process.isAlive()) {
            throw new IllegalStateException("The server exited: see " + log);
        }
        try {
            var request =
                    HttpRequest.newBuilder(URI.create(url() + "/actuator/health/readiness"))
                            .timeout(Duration.ofSeconds(5))
                            .build();
            return http.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException _) {
            return false;
        }
    }
}
