package dev.parley.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.identity.Browser;
import dev.parley.platform.database.PostgresProcesses;
import dev.parley.testing.ChildServer;
import dev.parley.testing.Simulator;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// A server with its own database that loses its key, its database or a valid setting.
@Timeout(value = 8, unit = TimeUnit.MINUTES)
class BrokenInstallationTests {
    private static final Duration A_MINUTE = Duration.ofMinutes(1);

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void whatIsTakenAwayIsSaidWithinAMinuteAndKeepsTheNextStartFromMakingItWorse()
            throws Exception {
        var simulator = Simulator.start();
        try (var server = ChildServer.start(simulator)) {
            theKeyIsGone(server);
            theDatabaseIsFrozen(server);
            server.kill();
            theKeyIsGoneAtTheStart(server);
            aSettingIsMistyped(server);
            theStartFailsWhenItListensAlready(server);
            server.startAgain();
            assertThat(status(server, "/actuator/health/readiness")).isEqualTo(200);
        } finally {
            simulator.stop();
        }
    }

    private void theKeyIsGone(ChildServer server) throws Exception {
        becomes(server, "/actuator/health", 200);
        var key = server.data().resolve("secret.key");
        var aside = server.data().resolve("aside");
        Files.move(key, aside);
        becomes(server, "/actuator/health", 503);
        assertThat(status(server, "/actuator/health/readiness")).isEqualTo(200);
        var alex = new Browser(server.url());
        var _ = alex.signIn(server.setting("ADMIN_USER"), server.setting("ADMIN_PASSWORD"));
        assertThat(alex.get("/admin").body())
                .contains("problem-secretKeyGone", "Restore " + key + " from your backup");
        Files.move(aside, key);
        becomes(server, "/actuator/health", 200);
    }

    private void theDatabaseIsFrozen(ChildServer server) throws Exception {
        signal(server, "STOP");
        try {
            becomes(server, "/actuator/health/readiness", 503);
            assertThat(status(server, "/actuator/health")).isEqualTo(503);
            assertThat(status(server, "/actuator/health/liveness")).isEqualTo(200);
        } finally {
            signal(server, "CONT");
        }
        becomes(server, "/actuator/health/readiness", 200);
    }

    private static void theKeyIsGoneAtTheStart(ChildServer server) throws IOException {
        var key = server.data().resolve("secret.key");
        var aside = server.data().resolve("aside");
        Files.move(key, aside);
        assertThat(server.failsToStart("--server.address=127.0.0.1", "No new key", _ -> {}))
                .contains(key + " is missing", "No new key was made");
        assertThat(key).doesNotExist();
        Files.move(aside, key);
    }

    private static void aSettingIsMistyped(ChildServer server) {
        assertThat(server.failsToStart("--parley.inbox.concurency=3", "does not start", _ -> {}))
                .contains(
                        "There is no setting parley.inbox.concurency: did you mean parley.inbox.concurrency?");
        assertThat(server.failsToStart("--parley.inbox.concurrency=0", "concurrency", _ -> {}))
                .contains("parley.inbox.concurrency", "must be greater than or equal to 1");
    }

    private static void theStartFailsWhenItListensAlready(ChildServer server) {
        assertThat(
                        server.failsToStart(
                                "--parley.demo.env-file=/proc/nowhere/demo.env",
                                "Application run failed",
                                took -> assertThat(took).isLessThan(Duration.ofSeconds(20))))
                .contains("Jetty started on port", "/proc/nowhere");
    }

    private void becomes(ChildServer server, String path, int status) {
        await(path + " to answer " + status)
                .pollInterval(Duration.ofMillis(500))
                .atMost(A_MINUTE)
                .until(() -> status(server, path) == status);
    }

    /// Whatever is broken, health responds.
    private int status(ChildServer server, String path) throws IOException, InterruptedException {
        var request =
                HttpRequest.newBuilder(URI.create(server.url() + path))
                        .timeout(Duration.ofSeconds(15))
                        .build();
        return http.send(request, BodyHandlers.discarding()).statusCode();
    }

    private static void signal(ChildServer server, String name) throws Exception {
        var first = PostgresProcesses.pid(server.data());
        var all = ProcessHandle.of(first).orElseThrow().children().map(ProcessHandle::pid).toList();
        var command = new ArrayList<>(List.of("kill", "-" + name, "" + first));
        all.forEach(pid -> command.add("" + pid));
        new ProcessBuilder(command).start().waitFor();
    }
}
