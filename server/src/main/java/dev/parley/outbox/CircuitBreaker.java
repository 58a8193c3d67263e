package dev.parley.outbox;

import dev.parley.platform.Backoff;
import java.time.Duration;
import java.time.Instant;

/// Blocks requests for an endpoint after a series of failures: first for two seconds, longer with
/// each further failure, at most for five minutes. Then one attempt at a time tests whether it is
/// back; the first success closes the circuit.
final class CircuitBreaker {
    private static final int FAILURES = 5;
    private static final int MOST_FAILURES = 30;
    private static final Backoff BACKOFF =
            new Backoff(Duration.ofSeconds(2), Duration.ofMinutes(5));

    private int failures;
    private Instant openUntil = Instant.MIN;

    /// {@return how many of `wanted` attempts may be under way}
    synchronized int allowed(int wanted, Instant now) {
        if (failures < FAILURES) {
            return wanted;
        }
        return isOpen(now) ? 0 : 1;
    }

    synchronized void failed(Instant now) {
        failures = Math.min(failures + 1, MOST_FAILURES);
        openUntil = now.plus(BACKOFF.after(failures - FAILURES + 1));
    }

    synchronized void succeeded() {
        failures = 0;
    }

    /// Setting the clock back must not keep it open for longer than the maximum.
    private boolean isOpen(Instant now) {
        return now.isBefore(openUntil) && !openUntil.isAfter(now.plus(BACKOFF.longest()));
    }
}
