package dev.parley.background;

import dev.parley.background.CrashJournalFile.Slot;
import dev.parley.background.CrashSuspects.Work;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/// Records which work was in progress when the process died, so that the same work does not kill it
/// repeatedly (decision 29). Work on untrusted input is recorded here before it starts, and deleted
/// afterwards. Work in progress at a crash is a suspect: it runs alone until it has succeeded once.
/// Work that was alone in progress at two crashes is set aside instead of being tried a third time.
public final class CrashJournal implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(CrashJournal.class);
    private static final int MOST_STRIKES = 2;
    static final String PUMP = "pump";

    /// Why work was set aside, to be stored in the work's own state.
    public static final String SET_ASIDE = "The server stopped twice while working on it";

    /// How long work waits while another suspect is running.
    public static final Duration SUSPECT_RETRY_DELAY = Duration.ofSeconds(1);

    /// The slot in which this thread records its work in progress.
    private static final ThreadLocal<@Nullable Slot> current = new ThreadLocal<>();

    private final Path path;
    private final CrashSuspects crashSuspects;
    private final Iterable<Pump> pumps;
    private final ReentrantLock alone = new ReentrantLock(true);
    private @Nullable CrashJournalFile file;
    private volatile boolean running;

    /// @param pumps whose rounds are recorded while they do not record their work more precisely
    CrashJournal(Path path, CrashSuspects crashSuspects, Iterable<Pump> pumps) {
        this.path = path;
        this.crashSuspects = crashSuspects;
        this.pumps = pumps;
    }

    /// Runs this work, or sets it aside. If it is a suspect, waits while another suspect is
    /// running: not for use within a transaction.
    ///
    /// @param setAside stores in the work's own state that it was set aside
    public void run(String kind, String key, Runnable work, Runnable setAside) {
        var one = new Work(kind, key);
        if (!crashSuspects.has(one)) {
            recorded(kind, List.of(key), false, () -> done(work));
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
    /// @return false when nothing was done, because another suspect is running
    public boolean tryRun(String kind, String key, Runnable work, Runnable setAside) {
        var one = new Work(kind, key);
        if (!crashSuspects.has(one)) {
            recorded(kind, List.of(key), false, () -> done(work));
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

    /// Runs work on many keys at once, none of which is a suspect.
    public void runTogether(String kind, Collection<String> keys, Runnable work) {
        recorded(kind, keys, false, () -> done(work));
    }

    /// Whether this was in progress when the process died, and has not succeeded since.
    public boolean isSuspect(String kind, String key) {
        return crashSuspects.has(new Work(kind, key));
    }

    /// Runs a round of a pump; {@return false when there was nothing to do, or the pump is paused
    /// because its rounds killed the process}
    boolean round(String name, BooleanSupplier round) {
        var one = new Work(PUMP, name);
        if (!crashSuspects.has(one)) {
            return recorded(PUMP, List.of(name), false, round);
        }
        if (crashSuspects.strikes(one) >= MOST_STRIKES) {
            setAside(one, () -> crashSuspects.pause(one));
        }
        if (crashSuspects.isPaused(one)) {
            return false;
        }
        alone.lock();
        try {
            var more = recorded(PUMP, List.of(name), true, round);
            crashSuspects.clear(one);
            return more;
        } finally {
            alone.unlock();
        }
    }

    /// The suspicion is cleared immediately after the work succeeded, or failed with an exception.
    private void tryAgain(Work one, Runnable work, Runnable setAside) {
        if (crashSuspects.strikes(one) >= MOST_STRIKES) {
            setAside(one, setAside);
            return;
        }
        try {
            recorded(one.kind(), List.of(one.key()), true, () -> done(work));
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

    private boolean recorded(
            String kind, Collection<String> keys, boolean suspect, BooleanSupplier work) {
        var journal = file;
        var slot = journal == null ? null : journal.note(kind, keys, suspect);
        if (slot == null) {
            return work.getAsBoolean();
        }
        var outer = current.get();
        if (outer != null) {
            outer.suspend();
        }
        current.set(slot);
        try {
            return work.getAsBoolean();
        } finally {
            slot.free();
            current.set(outer);
            if (outer != null) {
                outer.resume();
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

    /// Records the strikes for the last crash first, and then clears the journal. A crash in
    /// between does not count them twice.
    @Override
    public void start() {
        try {
            var journal = CrashJournalFile.open(path);
            crashSuspects.addStrikes(journal.processId(), journal.inProgress());
            journal.begin(UUID.randomUUID());
            file = journal;
        } catch (IOException failure) {
            log.warn("Work in progress is not recorded: {} cannot be written", path, failure);
        }
        crashSuspects.read();
        pumps.forEach(pump -> pump.recordIn(this));
        running = true;
    }

    /// Clears the journal, because this is not a crash.
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

    /// Starts before everything that works, and stops after it.
    @Override
    public int getPhase() {
        return DEFAULT_PHASE - 4096;
    }
}
