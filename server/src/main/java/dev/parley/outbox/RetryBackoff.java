package dev.parley.outbox;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/// The delay after a failed attempt: doubled each time, at most five minutes, plus a random jitter
/// of up to a quarter, so that attempts that failed together are not retried together.
final class RetryBackoff {
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private RetryBackoff() {}

    /// @param attempts the number of attempts so far
    static Duration after(int attempts) {
        var seconds = Math.min(1L << Math.min(attempts, 10), LONGEST.toSeconds());
        return Duration.ofMillis(
                seconds * 1000 + ThreadLocalRandom.current().nextLong(seconds * 250 + 1));
    }
}
