package dev.parley.platform.webserver;

import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.jetty.io.Connection;

/// One request from its head to the last byte of its response, with the state of its client.
final class Exchange {
    private static final long NANOS = 1_000_000_000;
    private static final long LINGERING = 5 * NANOS;

    final Connection connection;
    final Client client;
    final ClientWait reading = new ClientWait();
    final ClientWait writing = new ClientWait();
    final RequestQueue queue;
    private final AtomicReference<Place> place = new AtomicReference<>(Place.OUTSIDE);
    private volatile boolean streaming;
    private volatile long lingeringSince;
    private volatile boolean lost;

    Exchange(Connection connection, Client caller, RequestQueue queue) {
        this.connection = connection;
        this.client = caller;
        this.queue = queue;
    }

    private enum Place {
        OUTSIDE,
        AT_WORK,
        WAITING,
        DONE
    }

    void startsWork() {
        place.set(Place.AT_WORK);
    }

    void endsWork() {
        if (place.getAndSet(Place.DONE) == Place.AT_WORK) {
            queue.release();
        }
    }

    /// Frees its place while it waits for its client, so that another request can be processed.
    void yieldSlot() {
        if (place.compareAndSet(Place.AT_WORK, Place.WAITING)) {
            queue.release();
        }
    }

    void resume() {
        if (place.compareAndSet(Place.WAITING, Place.AT_WORK)) {
            queue.reacquire();
        }
    }

    /// From now on the response has no end, and may be silent for hours.
    void markStreaming() {
        streaming = true;
    }

    /// The client disconnected while it sent its body, so no response can reach it.
    void markDisconnected() {
        lost = true;
    }

    boolean isLost() {
        return lost;
    }

    /// The response is sent; only the rest of the client's request is awaited.
    void markLingering() {
        if (lingeringSince == 0) {
            lingeringSince = System.nanoTime();
        }
    }

    /// {@return for how long it has been waiting for its client without interruption}
    long pending(long now) {
        return Math.max(reading.pending(now), writing.pending(now));
    }

    /// {@return whether the client is too slow}
    boolean isStalled(long now, WebServerSettings settings) {
        var since = lingeringSince;
        return (since != 0 && now - since > LINGERING)
                || isStalled(reading, now, settings)
                || isStalled(writing, now, settings);
    }

    private boolean isStalled(ClientWait wait, long now, WebServerSettings settings) {
        var pending = wait.pending(now);
        var grace = settings.stalledAfter().toNanos();
        if (pending == 0 || streaming) {
            return pending > grace;
        }
        var total = wait.total(now);
        return total > settings.deadline().toNanos()
                || (total > grace
                        && (double) wait.bytes() * NANOS / total < settings.minRate().toBytes());
    }
}
