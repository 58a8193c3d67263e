package dev.parley.background;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import dev.parley.platform.DatabaseOutage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.ConcurrencyFailureException;

/// Drains one table on threads of its own: at once when nudged, and in any case every `idle`.
///
/// A lost nudge does no harm, because the next round reads the table.
public final class Pump implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(Pump.class);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    private final String name;
    private final Duration idle;
    private final int concurrency;
    private final BooleanSupplier drainOne;
    private final Gathering gathering;
    private final Semaphore nudges = new Semaphore(0);
    private final AtomicInteger atWork = new AtomicInteger();
    private final List<Thread> threads = new ArrayList<>();
    private final AtomicLong nudgesOfOne = new AtomicLong();
    private volatile boolean running;
    private volatile @Nullable CrashJournal journal;

    /// @param concurrency how many threads drain at once; `drainOne` must support that
    /// @param drainOne does one piece of work; false when there was none
    public Pump(String name, Duration idle, int concurrency, BooleanSupplier drainOne) {
        this(name, idle, concurrency, drainOne, () -> false);
    }

    /// @param gathering is asked between two rounds of a thread
    public Pump(
            String name,
            Duration idle,
            int concurrency,
            BooleanSupplier drainOne,
            Gathering gathering) {
        this.name = name;
        this.idle = idle;
        this.concurrency = concurrency;
        this.drainOne = drainOne;
        this.gathering = gathering;
    }

    public Pump(String name, Duration idle, BooleanSupplier drainOne) {
        this(name, idle, 1, drainOne);
    }

    /// Records its rounds in this journal from now on.
    void recordIn(CrashJournal crashJournal) {
        journal = crashJournal;
    }

    /// Wakes all threads.
    public void nudge() {
        if (nudges.availablePermits() < concurrency) {
            nudges.release(concurrency);
        }
    }

    /// Wakes one thread if none is working. A working thread reads the table again before it
    /// pauses, and wakes the others if there is too much work for it.
    public void nudgeOne() {
        nudgesOfOne.incrementAndGet();
        if (atWork.get() == 0 && nudges.availablePermits() == 0) {
            nudges.release();
        }
    }

    /// Works in the caller's thread until nothing is left: for tests that control the clock.
    public void drain() {
        while (drainOne.getAsBoolean()) {
            // until it returns false
        }
    }

    @Override
    public void start() {
        running = true;
        for (var thread = 0; thread < concurrency; thread++) {
            threads.add(Thread.ofVirtual().name("pump-" + name + "-" + thread).start(this::run));
        }
    }

    /// Waits for the work in progress, so that the database is not closed before it ends.
    @Override
    public void stop() {
        running = false;
        nudges.release(concurrency);
        threads.forEach(Pump::join);
        threads.clear();
    }

    /// All pumps stop concurrently, or a server whose database is unavailable would take minutes to
    /// stop.
    @Override
    public void stop(Runnable whenStopped) {
        running = false;
        Thread.ofVirtual()
                .name("pump-" + name + "-stop")
                .start(() -> {
                    try {
                        stop();
                    } finally {
                        whenStopped.run();
                    }
                });
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private static void join(Thread thread) {
        try {
            if (!thread.join(Duration.ofSeconds(10))) {
                thread.interrupt();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        var pause = idle;
        while (running) {
            try {
                var _ = nudges.tryAcquire(pause.toMillis(), MILLISECONDS);
                pause = work() ? idle : longer(pause);
            } catch (InterruptedException _) {
                return;
            }
        }
    }

    /// Runs rounds until one finds nothing, and no nudge has come since it began: what the nudge
    /// was for may have been hidden from it by another thread.
    private boolean work() throws InterruptedException {
        atWork.incrementAndGet();
        var seen = nudgesOfOne.get();
        try {
            for (var more = true; running && more; ) {
                seen = nudgesOfOne.get();
                more = round() || nudgesOfOne.get() != seen;
                if (more && gathering.await()) {
                    nudge();
                }
            }
            return true;
        } catch (RuntimeException failure) {
            if (running) {
                report(failure);
            }
            return false;
        } finally {
            if (atWork.decrementAndGet() == 0 && nudgesOfOne.get() != seen) {
                nudges.release();
            }
        }
    }

    /// In an outage each pump fails repeatedly, so one line each time is enough. A deadlock is not
    /// an outage: its stack trace shows which code locks in the wrong order.
    private void report(RuntimeException failure) {
        if (DatabaseOutage.is(failure) && !(failure instanceof ConcurrencyFailureException)) {
            log.error(
                    "Pump {} waits, because the database does not answer: {}",
                    name,
                    NestedExceptionUtils.getMostSpecificCause(failure).getMessage());
        } else {
            log.error("Pump {} failed and will try again soon", name, failure);
        }
    }

    private boolean round() {
        var recorder = journal;
        return recorder == null ? drainOne.getAsBoolean() : recorder.round(name, drainOne);
    }

    private static Duration longer(Duration pause) {
        var twice = pause.multipliedBy(2);
        return twice.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : twice;
    }

    /// Lets work gather between two rounds, where one round for much work is cheaper than many for
    /// little.
    @FunctionalInterface
    public interface Gathering {
        /// Returns when there is enough work for a round, or after a moment.
        ///
        /// @return whether there is more than one thread can do
        boolean await() throws InterruptedException;
    }
}
