package dev.parley.outbox;

import java.time.Duration;
import java.time.Instant;

/// Blocks requests for an endpoint after a series of failures: first for two seconds, longer with
/// each further failure, at most for five minutes. Then one attempt at a time tests whether it is
/// back; the first success closes the circuit.
final class CircuitBreaker {
    private static final int FAILURES = 5;
    private static final int MOST_FAILURES = 30;
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(2);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);

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
        openUntil = now.plus(pause(failures - FAILURES));
    }

    synchronized void succeeded() {
        failures = 0;
    }

    /// Setting the clock back must not keep it open for longer than the maximum.
    private boolean isOpen(Instant now) {
        return now.isBefore(openUntil) && !openUntil.isAfter(now.plus(LONGEST_PAUSE));
    }

    private static Duration pause(int more) {
        var pause = FIRST_PAUSE.multipliedBy(1L << Math.clamp(more, 0, 10));
        return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
    }
}
