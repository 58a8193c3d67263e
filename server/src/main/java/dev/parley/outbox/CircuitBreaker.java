package dev.parley.outbox;

import java.time.Duration;
import java.time.Instant;

/// Blocks requests for an endpoint after a series of failures: first for two seconds, longer with
/// each further failure, at most for five minutes. Then one attempt at a time tests whether it is
/// back; the first success closes the circuit.
final class CircuitBreaker {
    private static final int FAILURES = 5;
    private static final int MOST_FAILURES = 30;
    private static final Duration FIRST_REST = Duration.ofSeconds(2);
    private static final Duration LONGEST_REST = Duration.ofMinutes(5);

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
        openUntil = now.plus(rest(failures - FAILURES));
    }

    synchronized void succeeded() {
        failures = 0;
    }

    /// Setting the clock back must not keep it open for longer than the maximum.
    private boolean isOpen(Instant now) {
        return now.isBefore(openUntil) && !openUntil.isAfter(now.plus(LONGEST_REST));
    }

    private static Duration rest(int more) {
        var rest = FIRST_REST.multipliedBy(1L << Math.clamp(more, 0, 10));
        return rest.compareTo(LONGEST_REST) > 0 ? LONGEST_REST : rest;
    }
}
