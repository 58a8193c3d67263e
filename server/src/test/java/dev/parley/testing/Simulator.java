package dev.parley.testing;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The Messenger Platform simulator, in a separate process as in production.
public final class Simulator {
    private static final Path JAR = Path.of("..", "simulator", "target", "parley-simulator.jar");
    private static final JsonMapper json = JsonMapper.shared();

    private final HttpClient http = HttpClient.newHttpClient();
    private final Process process;
    private final String url;

    private Simulator(Process process, String url) {
        this.process = process;
        this.url = url;
    }

    public static Simulator start() {
        if (!Files.exists(JAR)) {
            throw new IllegalStateException(JAR + " is missing: build the whole project first");
        }
        var port = Ports.free();
        var command =
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-jar",
                        JAR.toString(),
                        "--server.port=" + port,
                        "--simulator.webhook.retry-pauses=0s,200ms,200ms,500ms,500ms,1s");
        try {
            var log = Path.of("target", "simulator-" + port + ".log").toFile();
            var process =
                    new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(log)
                            .start();
            var simulator = new Simulator(process, "http://localhost:" + port);
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
            await().atMost(Duration.ofSeconds(90))
                    .failFast("the simulator ended, see " + log, () -> !process.isAlive())
                    .until(simulator::answers);
            return simulator;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    public String url() {
        return url;
    }

    public void stop() {
        process.destroyForcibly();
    }

    public JsonNode state() {
        return get("/simulator/state");
    }

    public JsonNode get(String path) {
        return json.readTree(send(request(path).GET()).body());
    }

    /// {@return the content at this address of the simulator}
    public byte[] bytes(String address) {
        try {
            var request = HttpRequest.newBuilder(URI.create(url).resolve(address)).build();
            return http.send(request, BodyHandlers.ofByteArray()).body();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    public JsonNode post(String path, Object body) {
        var answer =
                send(
                        request(path)
                                .header("Content-Type", "application/json")
                                .POST(BodyPublishers.ofString(json.writeValueAsString(body))));
        return answer.body().isBlank() ? json.nullNode() : json.readTree(answer.body());
    }

    public void put(String path, Object body) {
        send(
                request(path)
                        .header("Content-Type", "application/json")
                        .PUT(BodyPublishers.ofString(json.writeValueAsString(body))));
    }

    /// Calls the Graph API with this token of another app.
    public void delete(String path, String token) {
        send(request(path).header("Authorization", "Bearer " + token).DELETE());
    }

    /// The next `count` sends are answered with this Meta error.
    public void refuseNext(int count, int code, int subcode) {
        put(
                "/simulator/faults",
                Map.of(
                        "sends",
                        Map.of("next", count, "error", Map.of("code", code, "subcode", subcode))));
    }

    /// The next `count` sends are delayed by this time before they are accepted.
    public void delayNext(int count, Duration by) {
        put(
                "/simulator/faults",
                Map.of("sends", Map.of("next", count, "delayMillis", by.toMillis())));
    }

    /// The connection breaks during the next send, `before` or `after` the simulator accepted it.
    public void cutNext(String when) {
        put("/simulator/faults", Map.of("sends", Map.of("next", 1, "cut", when)));
    }

    /// From now on nothing fails except for new faults.
    public void clearFaults() {
        send(request("/simulator/faults").DELETE());
    }

    public List<JsonNode> sends() {
        return get("/simulator/sends").valueStream().toList();
    }

    /// {@return the messages between this page and this person, oldest first}
    public List<JsonNode> thread(String page, String person) {
        return get("/simulator/threads/%s/%s".formatted(page, person))
                .path("messages")
                .valueStream()
                .toList();
    }

    /// {@return the webhooks in this state: pending, delivered, held or failed}
    public List<JsonNode> webhooks(String state) {
        return get("/simulator/webhooks?state=" + state).valueStream().toList();
    }

    private boolean answers() {
        try {
            return http.send(request("/simulator/state").GET().build(), BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException _) {
            return false;
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(url + path)).timeout(Duration.ofSeconds(60));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            var answer = http.send(request.build(), BodyHandlers.ofString());
            if (answer.statusCode() >= 300) {
                throw new IllegalStateException(
                        "The simulator answered %d: %s"
                                .formatted(answer.statusCode(), answer.body()));
            }
            return answer;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }
}
