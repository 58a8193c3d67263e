package dev.parley.inbox;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.stereotype.Component;

/// Balances receiving and handling on this node: while much waits, each group of deliveries is
/// stored only when less does, or after a moment. Senders then wait a little longer for their
/// answers, and the backlog does not grow. How much waits is an estimate: only the time of an
/// answer depends on it.
@Component
class Backlog {
    /// As much as is handled within a fraction of a second.
    private static final long MOST = 1000;

    /// Handling may be slow, or paused: deliveries are stored all the same.
    private static final Duration LONGEST_WAIT = Duration.ofMillis(100);

    private final AtomicLong waiting = new AtomicLong();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition someHandled = lock.newCondition();

    /// Corrects the estimate.
    void counted(long count) {
        waiting.set(count);
    }

    void accepted(int count) {
        waiting.addAndGet(count);
    }

    void handled(int count) {
        waiting.addAndGet(-count);
        lock.lock();
        try {
            someHandled.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /// Returns when little waits, or after a moment.
    void yieldToHandling() throws InterruptedException {
        if (waiting.get() <= MOST) {
            return;
        }
        lock.lock();
        try {
            var left = LONGEST_WAIT.toNanos();
            while (left > 0 && waiting.get() > MOST) {
                left = someHandled.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }
}
