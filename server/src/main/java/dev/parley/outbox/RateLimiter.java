package dev.parley.outbox;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;

/// Limits requests to a number per second, whenever the second begins: each request reserves a slot
/// one second after the request that is so many before it. Requests that are fewer do not wait.
final class RateLimiter {
    /// The maximum wait, even if the clock is changed meanwhile.
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

    /// A little more than a second, because requests are on their way for different times: the
    /// channel must not count one too many either.
    private static final Duration WINDOW = Duration.ofMillis(1050);

    /// The slots of the latest requests, overwritten in turn.
    private final Instant[] slots;

    private int latest;

    RateLimiter(double perSecond) {
        slots = new Instant[Math.max(1, (int) perSecond)];
        Arrays.fill(slots, Instant.MIN);
    }

    /// {@return how long to wait before the request}
    ///
    /// @param share of the rate that may be used, above 0 and up to 1
    synchronized Duration take(Instant now, double share) {
        if (slots[latest].isAfter(now.plus(LONGEST_WAIT))) {
            Arrays.fill(slots, Instant.MIN);
        }
        var slot = latest(now, latest(slots[latest], earliest(share)));
        latest = (latest + 1) % slots.length;
        slots[latest] = slot;
        return Duration.between(now, slot);
    }

    private Instant earliest(double share) {
        var most = Math.clamp((long) (slots.length * share), 1, slots.length);
        var before = slots[Math.floorMod(latest + 1 - most, slots.length)];
        return before.equals(Instant.MIN) ? before : before.plus(WINDOW);
    }

    private static Instant latest(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
