package dev.parley.inbox;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import org.springframework.stereotype.Component;

/// Balances receiving and handling on this node, by the number of waiting envelopes. The number is
/// an estimate, because only delays depend on it.
///
/// - Backpressure: while many envelopes wait, each group of deliveries is stored when fewer do, or
///   after a short delay. Senders wait a little longer for their response, and the backlog does not
///   grow.
/// - Batching: while few envelopes wait, handling waits a moment for more, because a transaction
///   for many costs little more than one for a few.
@Component
class Backlog {
    /// As many as are handled within two seconds, so that a burst, such as the one after an outage,
    /// is stored without delay.
    private static final long PAUSE_ABOVE = 5_000;

    /// Limited, because deliveries must be stored even if handling is slow or paused.
    private static final Duration LONGEST_WAIT = Duration.ofMillis(100);

    /// The cost per envelope in a transaction for this many is close to that of a full batch.
    private static final long ENOUGH_FOR_A_BATCH = 100;

    /// From this number on another thread is worthwhile. Below, receiving has priority.
    private static final long TOO_MANY_FOR_ONE_THREAD = 1_000;

    /// Too short to be noticed by a customer.
    private static final Duration LONGEST_GATHERING = Duration.ofMillis(10);

    private final AtomicLong waiting = new AtomicLong();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();

    /// Replaces the estimate by an exact count.
    void correct(long count) {
        waiting.set(count);
    }

    void added(int count) {
        change(count);
    }

    void removed(int count) {
        change(-count);
    }

    private void change(int count) {
        waiting.addAndGet(count);
        lock.lock();
        try {
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    boolean isMoreThan(long count) {
        return waiting.get() > count;
    }

    /// Returns when few envelopes wait, or after a short delay.
    void awaitRoom() throws InterruptedException {
        await(() -> waiting.get() <= PAUSE_ABOVE, LONGEST_WAIT);
    }

    /// Returns when enough envelopes wait for a batch, or after a short delay.
    ///
    /// @return whether more envelopes wait than one thread should handle
    boolean awaitEnough() throws InterruptedException {
        await(() -> waiting.get() >= ENOUGH_FOR_A_BATCH, LONGEST_GATHERING);
        return waiting.get() >= TOO_MANY_FOR_ONE_THREAD;
    }

    private void await(BooleanSupplier condition, Duration atMost) throws InterruptedException {
        if (condition.getAsBoolean()) {
            return;
        }
        lock.lock();
        try {
            var left = atMost.toNanos();
            while (left > 0 && !condition.getAsBoolean()) {
                left = changed.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }
}
