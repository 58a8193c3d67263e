package dev.parley.outbox;

import dev.parley.background.CrashJournal;
import dev.parley.outbox.ReactionRows.PendingReaction;
import java.time.Clock;
import org.springframework.stereotype.Component;

/// Records each attempt at a reaction in the crash journal, so that none stops the server
/// repeatedly.
@Component
class ReactionAttempts {
    private final ReactionTask task;
    private final ReactionResults results;
    private final ReactionRows rows;
    private final CrashJournal journal;
    private final Clock clock;

    ReactionAttempts(
            ReactionTask task,
            ReactionResults results,
            ReactionRows rows,
            CrashJournal journal,
            Clock clock) {
        this.task = task;
        this.results = results;
        this.rows = rows;
        this.journal = journal;
        this.clock = clock;
    }

    void send(PendingReaction pending) {
        var begun =
                journal.tryRun(
                        "reaction",
                        pending.message().value().toString(),
                        () -> task.send(pending),
                        () -> results.failed(pending, "crashed", CrashJournal.SET_ASIDE));
        if (!begun) {
            var now = clock.instant();
            rows.comeBackUncounted(pending, now.plus(CrashJournal.SUSPECT_RETRY_DELAY), now);
        }
    }
}
