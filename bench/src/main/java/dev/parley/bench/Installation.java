package dev.parley.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
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
    private static final Duration START = Duration.ofMinutes(5);
    private static final int LOG_LINES = 25;

    private final HttpClient http = HttpClient.newHttpClient();
    private final Path root;
    private final int port = freePort();
    private final int simulatorPort = freePort();
    private final List<Process> running = new ArrayList<>();
    private final List<Path> logs = new ArrayList<>();
    private final Process simulator;

    Installation() throws IOException, InterruptedException {
        root = Files.createTempDirectory(Path.of(env("PARLEY_ROOT"), "target"), "bench-");
        simulator =
                launch(
                        withHeap(words("PARLEY_SIMULATOR_RUN"), "-Xmx512m"),
                        "simulator",
                        List.of("--server.port=" + simulatorPort));
        await(simulator, simulatorPort, "/simulator/state");
    }

    /// The simulator remembers what happens, and more happens here than when Parley is tried out.
    private static List<String> withHeap(List<String> run, String heap) {
        var words = new ArrayList<>(run);
        words.add(words.indexOf("-jar"), heap);
        return words;
    }

    Process startServer() throws IOException, InterruptedException {
        return startServer(true, List.of());
    }

    /// {@return the server once it is ready}
    ///
    /// @param trained whether it uses its AOT cache
    /// @param more settings
    Process startServer(boolean trained, List<String> more)
            throws IOException, InterruptedException {
        var settings = new ArrayList<>(settings());
        settings.addAll(more);
        var run =
                words("PARLEY_SERVER_RUN").stream()
                        .filter(word -> trained || !word.startsWith("-XX:AOTCache="))
                        .toList();
        var server = launch(run, "server", settings);
        await(server, port, "/actuator/health/readiness");
        return server;
    }

    private List<String> settings() {
        return List.of(
                "--parley.mode=demo",
                "--parley.data=" + data(),
                "--server.port=" + port,
                "--server.address=127.0.0.1",
                "--parley.public-url=" + url(),
                "--parley.messenger.graph-url=" + simulator(),
                "--parley.demo.simulator-url=" + simulator(),
                "--parley.demo.env-file=" + envFile());
    }

    /// {@return the address of a web server that stores nothing, started with the server's flags}
    URI startPlainServer() throws IOException, InterruptedException {
        var run = new ArrayList<String>();
        for (var word : words("PARLEY_SERVER_RUN")) {
            if (word.equals("-jar")) {
                break;
            }
            if (!word.startsWith("-XX:AOTCache=") && !word.startsWith("-Dspring.")) {
                run.add(word);
            }
        }
        run.addAll(List.of("-cp", System.getProperty("java.class.path")));
        run.add(PlainServer.class.getName());
        var plain = freePort();
        var secret = demoEnv().getOrDefault("APP_SECRET", "");
        await(launch(run, "plain", List.of("" + plain, secret)), plain, "/");
        return local(plain);
    }

    void stop(Process process) {
        running.remove(process);
        process.destroy();
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    URI url() {
        return local(port);
    }

    URI simulator() {
        return local(simulatorPort);
    }

    ProcessHandle simulatorProcess() {
        return simulator.toHandle();
    }

    /// {@return the demo's settings and credentials, which exist a moment after the server is
    /// ready}
    Map<String, String> demoEnv() throws IOException, InterruptedException {
        var deadline = System.nanoTime() + START.toNanos();
        while (!Files.exists(envFile()) && System.nanoTime() < deadline) {
            Thread.sleep(10);
        }
        return Files.readAllLines(envFile()).stream()
                .map(line -> line.split("=", 2))
                .collect(Collectors.toMap(cut -> cut[0], cut -> cut[1].replace("'", "")));
    }

    /// {@return a new connection to the server's database}
    Database database() throws IOException, SQLException {
        var port = Files.readAllLines(data().resolve("postgres/postmaster.pid")).get(3).strip();
        return new Database(
                Integer.parseInt(port),
                Files.readString(data().resolve("postgres.password")).strip());
    }

    /// {@return the response of the simulator to this JSON}
    String tellSimulator(String method, String path, String json)
            throws IOException, InterruptedException {
        var request =
                HttpRequest.newBuilder(simulator().resolve(path))
                        .header("Content-Type", "application/json")
                        .method(method, BodyPublishers.ofString(json))
                        .build();
        var response = http.send(request, BodyHandlers.ofString());
        if (response.statusCode() >= 300) {
            throw new IllegalStateException(path + ": " + response.body());
        }
        return response.body();
    }

    @Override
    public void close() throws IOException {
        List.copyOf(running).reversed().forEach(this::stop);
        try (var files = Files.walk(root)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private Path data() {
        return root.resolve("data");
    }

    private Path envFile() {
        return data().resolve("demo.env");
    }

    private Process launch(List<String> run, String name, List<String> settings)
            throws IOException {
        var command = new ArrayList<>(run);
        command.addAll(settings);
        var log = root.resolve(name + ".log");
        logs.add(log);
        var builder =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        // Settings of another installation, and what the launcher told this program.
        builder.environment().keySet().removeIf(variable -> variable.startsWith("PARLEY_"));
        var process = builder.start();
        running.add(process);
        return process;
    }

    private void await(Process process, int port, String path)
            throws IOException, InterruptedException {
        var deadline = System.nanoTime() + START.toNanos();
        while (!answers(port, path)) {
            if (!process.isAlive() || System.nanoTime() > deadline) {
                throw new IllegalStateException(
                        "No response at %s:%n%s".formatted(path, lastLog()));
            }
            Thread.sleep(10);
        }
    }

    private String lastLog() throws IOException {
        var log = logs.getLast();
        var lines = Files.exists(log) ? Files.readAllLines(log) : List.<String>of();
        return String.join(
                "\n", lines.subList(Math.max(0, lines.size() - LOG_LINES), lines.size()));
    }

    private boolean answers(int port, String path) throws InterruptedException {
        try {
            var uri = local(port).resolve(path);
            var request = HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(5)).build();
            return http.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException _) {
            return false;
        }
    }

    private static URI local(int port) {
        return URI.create("http://localhost:" + port);
    }

    private static List<String> words(String name) {
        return env(name).lines().toList();
    }

    static String env(String name) {
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
