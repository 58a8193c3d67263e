package dev.parley.messenger.catchup;

import dev.parley.background.CrashJournal;
import dev.parley.platform.Installation;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/// Claims the watched page that is due first, and has its next step done. One call at a time, at
/// most one a second for each page; after the server was stopped, it continues where it was.
@Component
class WatchDispatch {
    private static final Duration AFTER_A_CRASH = Duration.ofHours(6);
    private static final Duration LEASE = Duration.ofMinutes(1);

    private final PageWatches watches;
    private final PageWatcher watcher;
    private final CrashJournal journal;
    private final Installation installation;
    private final Clock clock;

    WatchDispatch(
            PageWatches watches,
            PageWatcher watcher,
            CrashJournal journal,
            Installation installation,
            Clock clock) {
        this.watches = watches;
        this.watcher = watcher;
        this.journal = journal;
        this.installation = installation;
        this.clock = clock;
    }

    /// {@return false if nothing was due}
    boolean watchOne() {
        if (installation.isQuiet()) {
            return false;
        }
        var now = clock.instant();
        var claimed = watches.claim(now, now.plus(LEASE));
        claimed.ifPresent(watch ->
                journal.run(
                        "catch-up",
                        watch.page(),
                        () -> watcher.watch(watch, now),
                        () -> setAside(watch, now)));
        return claimed.isPresent();
    }

    private void setAside(PageWatch watch, Instant now) {
        watches.fail(watch, "crashed", CrashJournal.SET_ASIDE, true, now.plus(AFTER_A_CRASH));
    }
}
