package dev.parley.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.boot.test.web.server.LocalServerPort;

/// Many malformed requests, the same in every run: the simulator never fails, and Graph's errors
/// are in Graph's format.
@Timeout(120)
@Story
class FuzzTests {
    private static final long SEED = 20261128;
    private static final int MANY = 1500;

    @LocalServerPort int port;
    private TestSimulator simulator;
    private String mid = "";

    @BeforeEach
    void begin() throws IOException {
        simulator = new TestSimulator(port);
        restart();
    }

    @AfterEach
    void close() {
        simulator.act("reset", Map.of());
        simulator.close();
    }

    private void restart() {
        simulator.act("reset", Map.of());
        mid = simulator.writes("Ada Lin", "Hello").path("mid").asString();
    }

    @Test
    void graphHandlesMalformedCalls() {
        var requests = new MalformedRequests(SEED);
        var wrong = new ArrayList<String>();
        for (var round = 0; round < MANY; round++) {
            var call = requests.graphCall(mid);
            var answer = Raw.send(port, call);
            var inFormat = call.method().equals("HEAD") || answer.body().contains("\"fbtrace_id\"");
            var malformed = answer.status() >= 400 && !inFormat;
            if (answer.status() >= 500 || answer.status() == 0 || malformed) {
                wrong.add(answer.status() + " " + call);
            }
            if (round % 100 == 99) {
                restart();
            }
        }
        assertNone(wrong);
    }

    @Test
    void theControlApiHandlesMalformedCalls() {
        var requests = new MalformedRequests(SEED);
        var wrong = new ArrayList<String>();
        for (var round = 0; round < MANY; round++) {
            var call = requests.controlCall(mid);
            var answer = Raw.send(port, call);
            if (answer.status() >= 500 || answer.status() == 0) {
                wrong.add(answer.status() + " " + call);
            }
            simulator.request("DELETE", "/simulator/faults", "", "text/plain");
            if (round % 25 == 24) {
                checkViews(wrong, call);
                restart();
            }
        }
        assertNone(wrong);
    }

    @Test
    void pagesAndFilesHandleMalformedCalls() {
        var requests = new MalformedRequests(SEED);
        var wrong = new ArrayList<String>();
        for (var round = 0; round < MANY / 2; round++) {
            var call = requests.pageCall();
            var answer = Raw.send(port, call);
            if (answer.status() >= 500 || answer.status() == 0) {
                wrong.add(answer.status() + " " + call);
            }
        }
        assertNone(wrong);
    }

    /// Accepted input must not break what is shown afterwards.
    private void checkViews(List<String> wrong, Raw.Call last) {
        for (var place :
                List.of(
                        "state",
                        "threads",
                        "sends",
                        "calls",
                        "ledger",
                        "webhooks",
                        "counts",
                        "faults",
                        "limits",
                        "clock",
                        "events")) {
            var answer = simulator.get("/simulator/" + place);
            if (answer.status() != 200) {
                wrong.add(answer.status() + " " + place + " after " + last);
            }
        }
    }

    private static void assertNone(List<String> wrong) {
        assertThat(wrong.stream().limit(40).toList()).as(wrong.size() + " failed").isEmpty();
    }
}
