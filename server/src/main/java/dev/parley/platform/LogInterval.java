package dev.parley.platform;

import java.time.Duration;

/// Limits how often something is logged that strangers can cause any number of times.
public final class LogInterval {
    private static final Duration INTERVAL = Duration.ofSeconds(10);

    private long lastLine = System.nanoTime() - INTERVAL.toNanos();

    /// {@return whether a line is due; the next one is due ten seconds later}
    public synchronized boolean isDue() {
        var now = System.nanoTime();
        if (now - lastLine < INTERVAL.toNanos()) {
            return false;
        }
        lastLine = now;
        return true;
    }
}
