package dev.parley.platform.webserver;

import java.util.concurrent.atomic.AtomicLong;

/// How many bytes of bodies lie in memory, of all requests together. Whatever large bodies do, a
/// quarter stays free for small ones: an ordinary webhook finds room while somebody sends
/// megabytes.
final class BodyBudget {
    static final int SMALL = 64 * 1024;

    private final long most;
    private final AtomicLong taken = new AtomicLong();

    BodyBudget(long most) {
        this.most = most;
    }

    /// Takes bytes for a body of this size.
    ///
    /// @param size that the body has in the end
    /// @return false if there is no room for them
    boolean take(long bytes, long size) {
        var limit = limit(size);
        if (taken.addAndGet(bytes) <= limit) {
            return true;
        }
        taken.addAndGet(-bytes);
        return false;
    }

    void giveBack(long bytes) {
        taken.addAndGet(-bytes);
    }

    /// {@return how many bytes one address may hold}
    long share() {
        return limit(most) / 3;
    }

    long taken() {
        return taken.get();
    }

    private long limit(long size) {
        return size <= SMALL ? most : most - most / 4;
    }
}
