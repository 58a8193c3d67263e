package dev.parley.platform.webserver;

import java.util.concurrent.atomic.AtomicLong;

/// How long a request has waited for its client in one direction, and how many bytes were
/// transferred.
final class ClientWait {
    private static final long NOT_WAITING = 0;

    private volatile long since = NOT_WAITING;
    private final AtomicLong waited = new AtomicLong();
    private final AtomicLong bytes = new AtomicLong();

    void begins(long now) {
        since = now == NOT_WAITING ? 1 : now;
    }

    void ends(long now) {
        var began = since;
        if (began != NOT_WAITING) {
            since = NOT_WAITING;
            waited.addAndGet(now - began);
        }
    }

    void moved(long count) {
        bytes.addAndGet(count);
    }

    /// {@return for how many nanoseconds it has been waiting without interruption}
    long pending(long now) {
        var began = since;
        return began == NOT_WAITING ? 0 : now - began;
    }

    /// {@return for how many nanoseconds it has waited in all}
    long total(long now) {
        return waited.get() + pending(now);
    }

    long bytes() {
        return bytes.get();
    }
}
