package dev.parley.platform.webserver;

import java.util.concurrent.atomic.AtomicLong;

/// The memory for the bodies of all requests together, in bytes. A quarter is reserved for small
/// bodies, so that an ordinary webhook has room while other clients send megabytes.
final class BodyBudget {
    static final int SMALL = 64 * 1024;

    private final long most;
    private final AtomicLong taken = new AtomicLong();

    BodyBudget(long most) {
        this.most = most;
    }

    /// Reserves bytes for a body of this size.
    ///
    /// @param size the final size of the body
    /// @return false if there is no room for them
    boolean reserve(long bytes, long size) {
        var limit = limit(size);
        if (taken.addAndGet(bytes) <= limit) {
            return true;
        }
        taken.addAndGet(-bytes);
        return false;
    }

    void release(long bytes) {
        taken.addAndGet(-bytes);
    }

    /// {@return how many bytes one address may use}
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
