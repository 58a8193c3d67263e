package dev.parley.outbox;

import dev.parley.platform.Backoff;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/// The delay after a failed attempt: doubled each time, at most five minutes, plus a random jitter
/// of up to a quarter, so that attempts that failed together are not retried together.
final class RetryBackoff {
    private static final Backoff BACKOFF =
            new Backoff(Duration.ofSeconds(2), Duration.ofMinutes(5));

    private RetryBackoff() {}

    /// @param attempts the number of attempts so far
    static Duration after(int attempts) {
        var pause = BACKOFF.after(attempts);
        return pause.plusMillis(ThreadLocalRandom.current().nextLong(pause.toMillis() / 4 + 1));
    }
}
