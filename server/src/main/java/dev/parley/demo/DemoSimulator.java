package dev.parley.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;

/// The simulator that the demo uses in place of Meta. It starts at the same time and may take
/// longer, or be busy.
@Component
class DemoSimulator {
    private static final int TRIES = 120;
    private static final Duration PAUSE = Duration.ofMillis(250);

    private final RestClient client;
    private final DemoSettings settings;

    DemoSimulator(RestClient.Builder builder, DemoSettings settings) {
        this.client = builder.baseUrl(settings.simulatorUrl().toString()).build();
        this.settings = settings;
    }

    /// {@return its apps and pages, when it responds}
    ///
    /// @throws UncheckedIOException when it does not respond for half a minute
    SimulatorState state() throws InterruptedException {
        return retry(() ->
                Objects.requireNonNull(
                        client.get()
                                .uri("/simulator/state")
                                .retrieve()
                                .body(SimulatorState.class)));
    }

    /// Tells it about people and messages of the past. It ignores what it knows already.
    void remember(List<Past> past) throws InterruptedException {
        retry(() ->
                client.post()
                        .uri("/simulator/past")
                        .contentType(MediaType.APPLICATION_JSON)
                        .body(past)
                        .retrieve()
                        .toBodilessEntity());
    }

    /// Repeats what fails because the simulator does not respond.
    ///
    /// @throws UncheckedIOException when it fails for half a minute
    <T> T retry(Supplier<T> call) throws InterruptedException {
        for (var attempt = 1; ; attempt++) {
            try {
                return call.get();
            } catch (RuntimeException failure) {
                if (attempt == TRIES) {
                    throw new UncheckedIOException(
                            "The simulator at %s does not respond as expected"
                                    .formatted(settings.simulatorUrl()),
                            new IOException(failure));
                }
                Thread.sleep(PAUSE);
            }
        }
    }

    /// What a person and a page said to each other.
    ///
    /// @param person the id of the person's account
    /// @param psid the person's id at this page
    record Past(String person, String name, String page, String psid, List<Text> messages) {
        /// @param at in milliseconds
        record Text(String mid, boolean fromPerson, String text, long at) {}
    }
}
