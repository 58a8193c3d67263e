package dev.parley.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Supplier;
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
}
