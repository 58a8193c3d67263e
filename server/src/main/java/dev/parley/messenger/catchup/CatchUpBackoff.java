package dev.parley.messenger.catchup;

import java.time.Duration;

/// How long to wait after repeated failures with one page: twice as long each time.
final class CatchUpBackoff {
    static final Duration FIRST = Duration.ofSeconds(10);
    private static final Duration LONGEST = Duration.ofMinutes(15);

    private CatchUpBackoff() {}

    /// @param watch as it was before the failure
    static Duration after(PageWatch watch) {
        var pause = FIRST.multipliedBy(1L << Math.min(watch.failures(), 10));
        return pause.compareTo(LONGEST) > 0 ? LONGEST : pause;
    }
}
