package dev.parley.platform.webserver;

/// How long a request has waited for its client in one direction, and what came of it.
final class Wait {
    private static final long NOT_WAITING = 0;

    private volatile long since = NOT_WAITING;
    private volatile long waited;
    private volatile long bytes;

    void begins(long now) {
        since = now == NOT_WAITING ? 1 : now;
    }

    void ends(long now) {
        var began = since;
        if (began != NOT_WAITING) {
            since = NOT_WAITING;
            waited = waited + (now - began);
        }
    }

    void moved(long count) {
        bytes = bytes + count;
    }

    /// {@return for how many nanoseconds it has been waiting without a break}
    long pending(long now) {
        var began = since;
        return began == NOT_WAITING ? 0 : now - began;
    }

    /// {@return for how many nanoseconds it has waited in all}
    long total(long now) {
        return waited + pending(now);
    }

    long bytes() {
        return bytes;
    }
}
