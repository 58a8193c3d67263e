package dev.parley.messenger.catchup;

import dev.parley.platform.Backoff;
import java.time.Duration;

/// How long to wait after repeated failures with one page: twice as long each time.
final class CatchUpBackoff {
    static final Duration FIRST = Duration.ofSeconds(10);
    private static final Backoff BACKOFF = new Backoff(FIRST, Duration.ofMinutes(15));

    private CatchUpBackoff() {}

    /// @param watch as it was before the failure
    static Duration after(PageWatch watch) {
        return BACKOFF.after(watch.failures() + 1);
    }
}
