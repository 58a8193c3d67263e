package dev.parley.platform.webserver;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/// Limits how many requests are processed concurrently. Further ones wait in a queue, without a
/// thread; when the queue is full they are refused.
final class RequestQueue {
    private static final int QUEUE_FACTOR = 4;

    private final int atOnce;
    private final Executor executor;
    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private int working;

    RequestQueue(int atOnce, Executor executor) {
        this.atOnce = atOnce;
        this.executor = executor;
    }

    enum Entry {
        ADMITTED,
        QUEUED,
        REJECTED
    }

    /// @param whenFree run when a place is free, if that is not now
    synchronized Entry acquire(Runnable whenFree) {
        if (working < atOnce) {
            working++;
            return Entry.ADMITTED;
        }
        if (waiting.size() >= QUEUE_FACTOR * atOnce) {
            return Entry.REJECTED;
        }
        waiting.add(whenFree);
        return Entry.QUEUED;
    }

    /// A request is done, or waits for its client: the next one takes its place.
    void release() {
        var next = next();
        if (next != null) {
            executor.execute(next);
        }
    }

    /// A request that waited for its client continues, whether there is a place or not.
    synchronized void reacquire() {
        working++;
    }

    private synchronized @Nullable Runnable next() {
        var next = working > atOnce ? null : waiting.poll();
        if (next == null) {
            working--;
        }
        return next;
    }
}
