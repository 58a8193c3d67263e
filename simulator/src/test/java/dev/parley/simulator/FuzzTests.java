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

/// Odd requests without end, the same ones every time: whatever comes, the simulator knows what to
/// say, and what is Graph's it says in Graph's envelope.
@Timeout(120)
@Story
class FuzzTests {
    private static final long SEED = 20261128;
    private static final int MANY = 1500;

    @LocalServerPort int port;
    private Town town;
    private String mid = "";

    @BeforeEach
    void begin() throws IOException {
        town = new Town(port);
        restart();
    }

    @AfterEach
    void close() {
        town.act("reset", Map.of());
        town.close();
    }

    private void restart() {
        town.act("reset", Map.of());
        mid = town.writes("Ada Lin", "Hello").path("mid").asString();
    }

    @Test
    void graphAlwaysKnowsWhatToSay() {
        var oddities = new Oddities(SEED);
        var wrong = new ArrayList<String>();
        for (var round = 0; round < MANY; round++) {
            var call = oddities.graphCall(mid);
            var answer = Raw.send(port, call);
            var told = call.method().equals("HEAD") || answer.body().contains("\"fbtrace_id\"");
            var refused = answer.status() >= 400 && !told;
            if (answer.status() >= 500 || answer.status() == 0 || refused) {
                wrong.add(answer.status() + " " + call);
            }
            if (round % 100 == 99) {
                restart();
            }
        }
        assertNone(wrong);
    }

    @Test
    void theControlApiAlwaysKnowsWhatToSay() {
        var oddities = new Oddities(SEED);
        var wrong = new ArrayList<String>();
        for (var round = 0; round < MANY; round++) {
            var call = oddities.controlCall(mid);
            var answer = Raw.send(port, call);
            if (answer.status() >= 500 || answer.status() == 0) {
                wrong.add(answer.status() + " " + call);
            }
            town.request("DELETE", "/simulator/faults", "", "text/plain");
            if (round % 25 == 24) {
                lookAround(wrong, call);
                restart();
            }
        }
        assertNone(wrong);
    }

    @Test
    void pagesAndFilesAlwaysKnowWhatToSay() {
        var oddities = new Oddities(SEED);
        var wrong = new ArrayList<String>();
        for (var round = 0; round < MANY / 2; round++) {
            var call = oddities.pageCall();
            var answer = Raw.send(port, call);
            if (answer.status() >= 500 || answer.status() == 0) {
                wrong.add(answer.status() + " " + call);
            }
        }
        assertNone(wrong);
    }

    /// What was taken must not spoil what is shown afterwards.
    private void lookAround(List<String> wrong, Raw.Call last) {
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
            var answer = town.get("/simulator/" + place);
            if (answer.status() != 200) {
                wrong.add(answer.status() + " " + place + " after " + last);
            }
        }
    }

    private static void assertNone(List<String> wrong) {
        assertThat(wrong.stream().limit(40).toList()).as(wrong.size() + " went wrong").isEmpty();
    }
}
