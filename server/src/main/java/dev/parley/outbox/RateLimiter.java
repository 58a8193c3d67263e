package dev.parley.outbox;

import java.time.Duration;
import java.time.Instant;

/// So many a second, and at most that many at once: whoever wants to go takes the next place.
final class RateLimiter {
    /// Nobody waits longer, whatever the clock does meanwhile.
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

    private static final Duration BURST = Duration.ofSeconds(1);
    private static final double NANOS = 1e9;

    private final double perSecond;
    private Instant next = Instant.MIN;

    RateLimiter(double perSecond) {
        this.perSecond = perSecond;
    }

    /// {@return how long to wait before going}
    ///
    /// @param share of the budget that may be used, above 0 and up to 1
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
