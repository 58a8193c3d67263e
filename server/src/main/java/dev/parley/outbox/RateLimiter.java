package dev.parley.outbox;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/// Limits requests to a number per second, whenever the second begins: each request reserves a slot
/// one second after the request that is so many before it. Below the rate, no request waits.
final class RateLimiter {
    /// The maximum wait, even if the clock is changed in the meantime.
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration LEAST_DELAY = Duration.ofMillis(50);

    /// The slots of the latest requests, overwritten in turn.
    private final Instant[] slots;

    /// The index of the latest slot.
    private int newest;

    private Duration delay = LEAST_DELAY;

    RateLimiter(double perSecond) {
        slots = new Instant[Math.max(1, (int) perSecond)];
        Arrays.fill(slots, Instant.MIN);
    }

    /// {@return how long to wait before the request}
    ///
    /// @param share of the rate that may be used, above 0 and up to 1
    synchronized Duration take(Instant now, double share) {
        if (slots[newest].isAfter(now.plus(LONGEST_WAIT))) {
            Arrays.fill(slots, Instant.MIN);
        }
        var slot = later(now, later(slots[newest], earliest(share)));
        newest = (newest + 1) % slots.length;
        slots[newest] = slot;
        return Duration.between(now, slot);
    }

    /// The channel counts a request at any moment while it is on its way. As much time as it took
    /// is added to the second, or the channel may count one too many. The longest of the latest
    /// requests counts.
    ///
    /// @param took from the beginning of a request until its response
    synchronized void answered(Duration took) {
        var most = took.compareTo(SECOND) > 0 ? SECOND : took;
        var shorter = delay.minus(delay.dividedBy(4L * slots.length));
        delay = Collections.max(List.of(most, shorter, LEAST_DELAY));
    }

    private Instant earliest(double share) {
        var most = Math.clamp((long) (slots.length * share), 1, slots.length);
        var before = slots[Math.floorMod(newest + 1 - most, slots.length)];
        return before.equals(Instant.MIN) ? before : before.plus(SECOND).plus(delay);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
