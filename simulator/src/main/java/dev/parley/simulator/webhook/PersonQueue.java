package dev.parley.simulator.webhook;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/// One person's webhooks, one after the other: the next waits until this one has arrived or is
/// given up. It has a thread only while there is something to bring.
final class PersonQueue {
    /// Attempts a delivery.
    interface Round {
        /// {@return how long to wait before trying this one again; null when it is done with}
        @Nullable Duration bring(Delivery delivery, int attempt) throws InterruptedException;
    }

    private final Round round;
    private final Deque<Delivery> waiting = new ArrayDeque<>();
    private final Semaphore wake = new Semaphore(0);
    private boolean running;
    private boolean pausing;

    PersonQueue(Round round) {
        this.round = round;
    }

    /// News is a reason to try again at once what has failed before it.
    synchronized void add(Delivery delivery) {
        delivery.setOut();
        waiting.add(delivery);
        wake();
        if (!running) {
            running = true;
            Thread.ofVirtual().name("lane").start(this::run);
        }
    }

    /// {@return false if it was not waiting for a next attempt}
    synchronized boolean wake() {
        if (pausing) {
            wake.release();
        }
        return pausing;
    }

    /// Gives up all that waits.
    synchronized void abandon() {
        waiting.forEach(Delivery::fail);
        waiting.clear();
        wake.release();
    }

    private void run() {
        try {
            for (var next = head(); next != null; next = head()) {
                bring(next);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void bring(Delivery delivery) throws InterruptedException {
        for (var attempt = 1; isHead(delivery); attempt++) {
            var pause = round.bring(delivery, attempt);
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
