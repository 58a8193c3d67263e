package dev.parley.outbox;

import java.time.Duration;

/// Keeps claims apart: the first is made at once, and each further one this long after the one
/// before it. In real time, and for one thread.
final class ClaimInterval {
    private final long nanos;
    private long next = System.nanoTime();

    ClaimInterval(Duration length) {
        nanos = length.toNanos();
    }

    /// Waits until the next claim may be made.
    void await() {
        try {
            Thread.sleep(Duration.ofNanos(Math.max(0, next - System.nanoTime())));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        next = System.nanoTime() + nanos;
    }
}
