package dev.parley.inbox;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.stereotype.Component;

/// Backpressure: balances receiving and handling on this node. While much waits, each group of
/// deliveries is stored only when less does, or after a moment. Senders then wait a little longer
/// for their answers, and the backlog does not grow. How much waits is an estimate: only the time
/// of an answer depends on it.
@Component
class Backlog {
    /// As much as is handled within a fraction of a second.
    private static final long PAUSE_ABOVE = 1000;

    /// Handling may be slow, or paused: deliveries are stored all the same.
    private static final Duration LONGEST_WAIT = Duration.ofMillis(100);

    private final AtomicLong waiting = new AtomicLong();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition someRemoved = lock.newCondition();

    /// Replaces the estimate by what was counted.
    void correct(long count) {
        waiting.set(count);
    }

    void added(int count) {
        waiting.addAndGet(count);
    }

    void removed(int count) {
        waiting.addAndGet(-count);
        lock.lock();
        try {
            someRemoved.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /// Returns when little waits, or after a moment.
    void awaitRoom() throws InterruptedException {
        if (waiting.get() <= PAUSE_ABOVE) {
            return;
        }
        lock.lock();
        try {
            var left = LONGEST_WAIT.toNanos();
            while (left > 0 && waiting.get() > PAUSE_ABOVE) {
                left = someRemoved.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }
}
