package dev.parley.simulator.webhook;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/// Delivers one person's webhooks in order: the next waits until this one is delivered or given up.
/// It has a thread only while webhooks are waiting.
final class PersonQueue {
    /// Attempts a delivery.
    interface Sender {
        /// {@return the pause before the next attempt; null if there is none}
        @Nullable Duration attempt(Delivery delivery, int attempt) throws InterruptedException;
    }

    private final Sender sender;
    private final Deque<Delivery> waiting = new ArrayDeque<>();
    private final Semaphore wake = new Semaphore(0);
    private boolean running;
    private boolean pausing;

    PersonQueue(Sender sender) {
        this.sender = sender;
    }

    /// A new webhook makes a failed one before it retry immediately.
    synchronized void add(Delivery delivery) {
        delivery.start();
        waiting.add(delivery);
        wake();
        if (!running) {
            running = true;
            Thread.ofVirtual().name("person-queue").start(this::run);
        }
    }

    /// {@return false if it was not waiting for a next attempt}
    synchronized boolean wake() {
        if (pausing) {
            wake.release();
        }
        return pausing;
    }

    /// Gives up all waiting webhooks.
    synchronized void abandon() {
        waiting.forEach(Delivery::fail);
        waiting.clear();
        wake.release();
    }

    private void run() {
        try {
            for (var next = head(); next != null; next = head()) {
                deliver(next);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void deliver(Delivery delivery) throws InterruptedException {
        for (var attempt = 1; isHead(delivery); attempt++) {
            var pause = sender.attempt(delivery, attempt);
            if (pause == null) {
                done(delivery);
                return;
            }
            pause(pause);
        }
    }

    private void pause(Duration time) throws InterruptedException {
        wake.drainPermits();
        pausing(true);
        var _ = wake.tryAcquire(time.toMillis(), MILLISECONDS);
        pausing(false);
    }

    private synchronized void pausing(boolean now) {
        pausing = now;
    }

    private synchronized @Nullable Delivery head() {
        running = !waiting.isEmpty();
        return waiting.peek();
    }

    private synchronized boolean isHead(Delivery delivery) {
        return waiting.peek() == delivery;
    }

    private synchronized void done(Delivery delivery) {
        if (waiting.peek() == delivery) {
            waiting.remove();
        }
    }
}
