package dev.parley.customer;

import java.time.Duration;

/// Limits how many profiles are fetched per second, after a burst of one second's worth: requests
/// and pictures of many new people must not slow down the handling of their messages. In real time.
final class FetchPace {
    private static final long BURST = Duration.ofSeconds(1).toNanos();

    private final long interval;
    private long next;

    FetchPace(int perSecond) {
        interval = BURST / perSecond;
        next = System.nanoTime() - BURST;
    }

    /// Waits until the next profile may be fetched.
    void await() {
        try {
            Thread.sleep(Duration.ofNanos(Math.max(0, reserve())));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /// {@return how long to wait, in nanoseconds}
    private synchronized long reserve() {
        var now = System.nanoTime();
        next = Math.max(next, now - BURST);
        var wait = next - now;
        next += interval;
        return wait;
    }
}
