package dev.parley.outbox;

import java.time.Duration;
import java.time.Instant;

/// Limits requests to a rate per second, with bursts of at most one second: each request reserves
/// the next slot.
final class RateLimiter {
    /// The maximum wait, even if the clock is changed meanwhile.
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

    private static final Duration BURST = Duration.ofSeconds(1);
    private static final double NANOS = 1e9;

    private final double perSecond;
    private Instant next = Instant.MIN;

    RateLimiter(double perSecond) {
        this.perSecond = perSecond;
    }

    /// {@return how long to wait before the request}
    ///
    /// @param share of the rate that may be used, above 0 and up to 1
    synchronized Duration take(Instant now, double share) {
        var earliest = now.minus(BURST);
        if (next.isBefore(earliest) || next.isAfter(now.plus(LONGEST_WAIT))) {
            next = earliest;
        }
        var rate = Math.max(perSecond * share, 1);
        next = next.plusNanos((long) (NANOS / rate));
        var wait = Duration.between(now, next);
        return wait.isNegative() ? Duration.ZERO : wait;
    }
}
