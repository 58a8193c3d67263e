package dev.parley.outbox;

import dev.parley.background.CrashJournal;
import dev.parley.outbox.Outgoing.State;
import java.time.Clock;
import org.springframework.stereotype.Component;

/// Records each look-up of a message in the crash journal, so that none stops the server
/// repeatedly.
@Component
class LookupAttempts {
    private final LookupTask lookupTask;
    private final LookupResults lookupResults;
    private final OutgoingRows rows;
    private final CrashJournal journal;
    private final Clock clock;

    LookupAttempts(
            LookupTask lookupTask,
            LookupResults lookupResults,
            OutgoingRows rows,
            CrashJournal journal,
            Clock clock) {
        this.lookupTask = lookupTask;
        this.lookupResults = lookupResults;
        this.rows = rows;
        this.journal = journal;
        this.clock = clock;
    }

    void lookUp(Outgoing one) {
        var begun =
                journal.tryRun(
                        "message look-up",
                        one.message().value().toString(),
                        () -> lookupTask.lookUp(one),
                        () -> lookupResults.giveUp(one, CrashJournal.SET_ASIDE));
        if (!begun) {
            rows.reschedule(
                    one, State.UNKNOWN, clock.instant().plus(CrashJournal.SUSPECT_RETRY_DELAY));
        }
    }
}
