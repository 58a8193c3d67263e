package dev.parley.platform.webserver;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/// The requests in progress from one address.
final class Client {
    /// This machine, and its network's clients without a forwarded address: local programs, which
    /// are trusted.
    static final Client TRUSTED = new Client("");

    final String address;
    final AtomicInteger requests = new AtomicInteger();
    private final AtomicLong bytes = new AtomicLong();

    Client(String address) {
        this.address = address;
    }

    boolean isNeighbour() {
        return this == TRUSTED;
    }

    /// {@return false if this would exceed the share of one address}
    boolean take(long count, long share) {
        if (bytes.addAndGet(count) <= share || isNeighbour()) {
            return true;
        }
        bytes.addAndGet(-count);
        return false;
    }

    void giveBack(long count) {
        bytes.addAndGet(-count);
    }
}
