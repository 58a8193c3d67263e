package dev.parley.inbox;

import dev.parley.platform.SelfCheck;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Deliveries that could not be stored, so that the channel has to deliver them again.
@Component
class RefusedDeliveries implements SelfCheck {
    private static final Duration RECENT = Duration.ofMinutes(2);

    private final Counter counter;
    private final Clock clock;
    private volatile @Nullable Instant lastAt;

    RefusedDeliveries(MeterRegistry meters, Clock clock) {
        this.clock = clock;
        counter =
                Counter.builder("parley.inbox.refused")
                        .description("Deliveries that could not be stored")
                        .register(meters);
    }

    void add() {
        counter.increment();
        lastAt = clock.instant();
    }

    @Override
    public String name() {
        return "deliveries";
    }

    @Override
    public List<Problem> check() {
        var at = lastAt;
        return at != null && clock.instant().isBefore(at.plus(RECENT))
                ? List.of(Problem.severe("deliveriesRefused"))
                : List.of();
    }
}
