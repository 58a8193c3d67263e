package dev.parley.outbox;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/// How long an attempt that failed waits for the next one: twice as long each time, five minutes at
/// most, and up to a quarter more by chance, so that what failed together does not come back
/// together.
final class RetryBackoff {
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private RetryBackoff() {}

    /// @param attempts so many were made
    static Duration after(int attempts) {
        var seconds = Math.min(1L << Math.min(attempts, 10), LONGEST.toSeconds());
        return Duration.ofMillis(
                seconds * 1000 + ThreadLocalRandom.current().nextLong(seconds * 250 + 1));
    }
}
