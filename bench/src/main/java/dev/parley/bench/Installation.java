package dev.parley.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/// A separate demo installation on free ports, in a folder that is deleted on close. The server and
/// the simulator run as the launcher would run them.
final class Installation implements AutoCloseable {
    private static final Duration START = Duration.ofMinutes(2);

    private final HttpClient http = HttpClient.newHttpClient();
    private final Path root;
    private final int port = freePort();
    private final int simulatorPort = freePort();
    private final Process simulator;

    Installation() throws IOException, InterruptedException {
        root = Files.createTempDirectory(Path.of(env("PARLEY_ROOT"), "target"), "bench-");
        simulator =
                launch(
                        words("PARLEY_SIMULATOR_RUN"),
                        "simulator",
                        List.of("--server.port=" + simulatorPort));
        await(simulator, simulatorPort, "/simulator/state");
    }

    /// {@return the server once it is ready}
    ///
    /// @param trained whether it uses its AOT cache
    Process startServer(boolean trained) throws IOException, InterruptedException {
        var simulatorUrl = "http://localhost:" + simulatorPort;
        var settings =
                List.of(
                        "--parley.mode=demo",
                        "--parley.data=" + data(),
                        "--server.port=" + port,
                        "--server.address=127.0.0.1",
                        "--parley.public-url=http://localhost:" + port,
                        "--parley.messenger.graph-url=" + simulatorUrl,
                        "--parley.demo.simulator-url=" + simulatorUrl,
                        "--parley.demo.env-file=" + data().resolve("demo.env"));
        var run =
                words("PARLEY_SERVER_RUN").stream()
                        .filter(word -> trained || !word.startsWith("-XX:AOTCache="))
                        .toList();
        var server = launch(run, "server", settings);
        await(server, port, "/actuator/health/readiness");
        return server;
    }

    static void stop(Process process) {
        process.destroy();
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /// {@return the demo's settings and credentials, from `demo.env`}
    Map<String, String> demoEnv() throws IOException {
        return Files.readAllLines(data().resolve("demo.env")).stream()
                .map(line -> line.split("=", 2))
                .collect(Collectors.toMap(cut -> cut[0], cut -> cut[1].replace("'", "")));
    }

    /// {@return a new connection to the server's database}
    Connection connect() throws IOException, SQLException {
        var port = Files.readAllLines(data().resolve("postgres/postmaster.pid")).get(3).strip();
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:%s/postgres".formatted(port),
                "parley",
                Files.readString(data().resolve("postgres.password")).strip());
    }

    @Override
    public void close() throws IOException {
        stop(simulator);
        try (var files = Files.walk(root)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private Path data() {
        return root.resolve("data");
    }

    private Process launch(List<String> run, String name, List<String> settings)
            throws IOException {
        var command = new ArrayList<>(run);
        command.addAll(settings);
        var log = root.resolve(name + ".log").toFile();
        return new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log).start();
    }

    private void await(Process process, int port, String path) throws InterruptedException {
        var deadline = System.nanoTime() + START.toNanos();
        while (!answers(port, path)) {
            if (!process.isAlive() || System.nanoTime() > deadline) {
                throw new IllegalStateException(
                        "No response from port %d at %s".formatted(port, path));
            }
            Thread.sleep(10);
        }
    }

    private boolean answers(int port, String path) throws InterruptedException {
        try {
            var uri = URI.create("http://localhost:%d%s".formatted(port, path));
            var request = HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(5)).build();
            return http.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException _) {
            return false;
        }
    }

    private static List<String> words(String name) {
        return env(name).lines().toList();
    }

    private static String env(String name) {
        var value = System.getenv(name);
        if (value == null) {
            throw new IllegalStateException(name + " is not set: run ./parley bench");
        }
        return value;
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
