package dev.parley.inbox;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import org.springframework.stereotype.Component;

/// Balances receiving and handling on this node, by how much waits. How much that is is an
/// estimate: only times depend on it.
///
/// - Backpressure: while much waits, each group of deliveries is stored only when less does, or
///   after a moment. Senders then wait a little longer for their answers, and the backlog does not
///   grow.
/// - Batching: while little waits, handling lets more gather for a moment, because a transaction
///   for many envelopes costs little more than one for a few.
@Component
class Backlog {
    /// As much as is handled within a few seconds, so that what a channel sends at once, as after
    /// an outage, is on disk at once.
    private static final long PAUSE_ABOVE = 20_000;

    /// Handling may be slow, or paused: deliveries are stored all the same.
    private static final Duration LONGEST_WAIT = Duration.ofMillis(100);

    /// A transaction for as many costs little more for each than one for a full batch.
    private static final long ENOUGH = 100;

    /// More than this is worth another thread. Below, receiving comes first.
    private static final long MUCH = 10_000;

    /// Short for somebody who waits for a reply.
    private static final Duration LONGEST_GATHERING = Duration.ofMillis(10);

    private final AtomicLong waiting = new AtomicLong();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();

    /// Replaces the estimate by what was counted.
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

    /// Returns when little waits, or after a moment.
    void awaitRoom() throws InterruptedException {
        await(() -> waiting.get() <= PAUSE_ABOVE, LONGEST_WAIT);
    }

    /// Returns when enough waits for a batch, or after a moment.
    ///
    /// @return whether more waits than one thread should handle
    boolean awaitEnough() throws InterruptedException {
        await(() -> waiting.get() >= ENOUGH, LONGEST_GATHERING);
        return waiting.get() >= MUCH;
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
