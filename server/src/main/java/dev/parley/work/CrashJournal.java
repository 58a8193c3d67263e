package dev.parley.work;

import dev.parley.work.CrashJournalFile.Slot;
import dev.parley.work.CrashSuspects.Work;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/// Knows what was in hand when the process died, so that nothing kills it again and again (decision
/// 29). Whoever works on something that strangers sent notes it here before, and it is struck out
/// afterwards. What was in hand at a death is a suspect: it is handled alone until it has gone well
/// once. What was alone in hand at two deaths is set aside instead of being tried a third time.
public final class CrashJournal implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(CrashJournal.class);
    private static final int MOST_STRIKES = 2;
    static final String PUMP = "pump";

    /// Where this thread notes what it has in hand.
    private static final ThreadLocal<@Nullable Slot> current = new ThreadLocal<>();

    private final Path path;
    private final CrashSuspects crashSuspects;
    private final Iterable<Pump> pumps;
    private final ReentrantLock alone = new ReentrantLock(true);
    private @Nullable CrashJournalFile file;
    private volatile boolean running;

    /// @param pumps whose rounds are noted while they do not say more exactly what they do
    CrashJournal(Path path, CrashSuspects crashSuspects, Iterable<Pump> pumps) {
        this.path = path;
        this.crashSuspects = crashSuspects;
        this.pumps = pumps;
    }

    /// Does this work, or sets it aside. Waits while another suspect is in hand, if this is one:
    /// not for use within a transaction.
    ///
    /// @param setAside says so wherever the work's own state is kept
    public void run(String kind, String key, Runnable work, Runnable setAside) {
        var one = new Work(kind, key);
        if (!crashSuspects.has(one)) {
            noted(kind, List.of(key), false, () -> done(work));
            return;
        }
        alone.lock();
        try {
            tryAgain(one, work, setAside);
        } finally {
            alone.unlock();
        }
    }

    /// As above, but never waits.
    ///
    /// @return false when nothing was done, because another suspect is in hand
    public boolean tryRun(String kind, String key, Runnable work, Runnable setAside) {
        var one = new Work(kind, key);
        if (!crashSuspects.has(one)) {
            noted(kind, List.of(key), false, () -> done(work));
            return true;
        }
        if (!alone.tryLock()) {
            return false;
        }
        try {
            tryAgain(one, work, setAside);
            return true;
        } finally {
            alone.unlock();
        }
    }

    /// Does work on many at once, none of which is a suspect.
    public void runTogether(String kind, Collection<String> keys, Runnable work) {
        noted(kind, keys, false, () -> done(work));
    }

    /// Whether this was in hand when the process died, and has not gone well since.
    public boolean isSuspect(String kind, String key) {
        return crashSuspects.has(new Work(kind, key));
    }

    /// Does a round of a pump; {@return false when there was nothing to do, or the pump rests
    /// because the process died of its rounds}
    boolean round(String name, BooleanSupplier round) {
        var one = new Work(PUMP, name);
        if (!crashSuspects.has(one)) {
            return noted(PUMP, List.of(name), false, round);
        }
        if (crashSuspects.strikes(one) >= MOST_STRIKES) {
            setAside(one, () -> crashSuspects.rest(one));
        }
        if (crashSuspects.rests(one)) {
            return false;
        }
        alone.lock();
        try {
            var more = noted(PUMP, List.of(name), true, round);
            crashSuspects.clear(one);
            return more;
        } finally {
            alone.unlock();
        }
    }

    /// That it is struck out again is the first thing after it went well, or failed in order.
    private void tryAgain(Work one, Runnable work, Runnable setAside) {
        if (crashSuspects.strikes(one) >= MOST_STRIKES) {
            setAside(one, setAside);
            return;
        }
        try {
            noted(one.kind(), List.of(one.key()), true, () -> done(work));
        } finally {
            crashSuspects.clear(one);
        }
    }

    private void setAside(Work one, Runnable setAside) {
        setAside.run();
        crashSuspects.setAside(one);
        log.error(
                "Set aside {} {}: the server stopped {} times while working on it",
                one.kind(),
                one.key(),
                MOST_STRIKES);
    }

    private boolean noted(
            String kind, Collection<String> keys, boolean suspect, BooleanSupplier work) {
        var journal = file;
        var slot = journal == null ? null : journal.note(kind, keys, suspect);
        if (slot == null) {
            return work.getAsBoolean();
        }
        var outer = current.get();
        if (outer != null) {
            outer.rest();
        }
        current.set(slot);
        try {
            return work.getAsBoolean();
        } finally {
            slot.free();
            current.set(outer);
            if (outer != null) {
                outer.goOn();
            }
        }
    }

    private static boolean done(Runnable work) {
        work.run();
        return true;
    }

    int countSetAside() {
        return crashSuspects.countSetAside();
    }

    /// First blames for the last death, then lets go of what was noted: whoever dies in between
    /// blames once.
    @Override
    public void start() {
        try {
            var journal = CrashJournalFile.open(path);
            crashSuspects.blame(journal.life(), journal.inHand());
            journal.begin(UUID.randomUUID());
            file = journal;
        } catch (IOException failure) {
            log.warn("What is in hand is not noted: {} cannot be written", path, failure);
        }
        crashSuspects.read();
        pumps.forEach(pump -> pump.noteIn(this));
        running = true;
    }

    /// Nobody died.
    @Override
    public void stop() {
        var journal = file;
        file = null;
        if (journal != null) {
            journal.begin(UUID.randomUUID());
        }
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /// Before everything that works, and after it.
    @Override
    public int getPhase() {
        return DEFAULT_PHASE - 4096;
    }
}
