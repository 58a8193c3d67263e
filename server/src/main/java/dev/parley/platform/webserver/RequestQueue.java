package dev.parley.platform.webserver;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/// Lets so many requests be worked on at once. Further ones wait in line, without a thread; when
/// the line is too long they are sent away.
final class RequestQueue {
    private static final int LONGEST = 4;

    private final int atOnce;
    private final Executor executor;
    private final Queue<Runnable> line = new ArrayDeque<>();
    private int working;

    RequestQueue(int atOnce, Executor executor) {
        this.atOnce = atOnce;
        this.executor = executor;
    }

    enum Entry {
        AT_ONCE,
        LATER,
        NEVER
    }

    /// @param whenFree is run when it is this one's turn, if that is not now
    synchronized Entry enter(Runnable whenFree) {
        if (working < atOnce) {
            working++;
            return Entry.AT_ONCE;
        }
        if (line.size() >= LONGEST * atOnce) {
            return Entry.NEVER;
        }
        line.add(whenFree);
        return Entry.LATER;
    }

    /// One is done, or waits for its client: the next takes its place.
    void leave() {
        var next = next();
        if (next != null) {
            executor.execute(next);
        }
    }

    /// One that had to wait for its client goes on, whether there is a place or not.
    synchronized void comeBack() {
        working++;
    }

    private synchronized @Nullable Runnable next() {
        var next = working > atOnce ? null : line.poll();
        if (next == null) {
            working--;
        }
        return next;
    }
}
