package dev.parley.platform.webserver;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/// What one address has under way.
final class Client {
    /// This machine and whoever is asked for without a name: programs next to us, which are
    /// trusted.
    static final Client NEIGHBOUR = new Client("");

    final String address;
    final AtomicInteger requests = new AtomicInteger();
    private final AtomicLong bytes = new AtomicLong();

    Client(String address) {
        this.address = address;
    }

    boolean isNeighbour() {
        return this == NEIGHBOUR;
    }

    /// {@return false if this would be more than one address may hold}
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
