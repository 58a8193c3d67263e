package dev.parley.outbox;

import dev.parley.outbox.Outgoing.State;
import dev.parley.work.CrashJournal;
import java.time.Clock;
import org.springframework.stereotype.Component;

/// Records each look-up of a message in the crash journal, so that none stops the server
/// repeatedly.
@Component
class TraceAttempts {
    private final TraceTask traceTask;
    private final TraceResults traceResults;
    private final OutgoingRows rows;
    private final CrashJournal journal;
    private final Clock clock;

    TraceAttempts(
            TraceTask traceTask,
            TraceResults traceResults,
            OutgoingRows rows,
            CrashJournal journal,
            Clock clock) {
        this.traceTask = traceTask;
        this.traceResults = traceResults;
        this.rows = rows;
        this.journal = journal;
        this.clock = clock;
    }

    void trace(Outgoing one) {
        var begun =
                journal.tryRun(
                        "message look-up",
                        one.message().value().toString(),
                        () -> traceTask.trace(one),
                        () -> traceResults.stayUnknown(one, CrashJournal.SET_ASIDE));
        if (!begun) {
            rows.reschedule(
                    one, State.UNKNOWN, clock.instant().plus(CrashJournal.SUSPECT_RETRY_DELAY));
        }
    }
}
