package dev.parley.outbox;

import dev.parley.outbox.Courier.Outcome.Refused;
import dev.parley.outbox.Outgoing.State;
import dev.parley.work.CrashJournal;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;

/// Records each attempt at a message in the crash journal, so that no message stops the server
/// repeatedly.
@Component
class SendAttempts {
    private static final Duration SUSPECT_RETRY_DELAY = Duration.ofSeconds(1);
    private static final String CRASHED = "The server stopped twice while working on it";

    private final SendTasks sendTasks;
    private final SendResults sendResults;
    private final OutgoingRows rows;
    private final CrashJournal journal;
    private final Clock clock;

    SendAttempts(
            SendTasks sendTasks,
            SendResults sendResults,
            OutgoingRows rows,
            CrashJournal journal,
            Clock clock) {
        this.sendTasks = sendTasks;
        this.sendResults = sendResults;
        this.rows = rows;
        this.journal = journal;
        this.clock = clock;
    }

    /// A message that may have been sent is never sent again without a look-up: when this is
    /// called, earlier attempts are known to have failed.
    void send(Outgoing one) {
        var begun =
                journal.tryRun(
                        "message",
                        one.message().value().toString(),
                        () -> sendTasks.send(one),
                        () -> sendResults.settle(one, new Refused("crashed", CRASHED, false)));
        if (!begun) {
            rows.rescheduleUncounted(one, clock.instant().plus(SUSPECT_RETRY_DELAY));
        }
    }

    void trace(Outgoing one) {
        var begun =
                journal.tryRun(
                        "message look-up",
                        one.message().value().toString(),
                        () -> sendTasks.trace(one),
                        () -> sendResults.stayUnknown(one, CRASHED));
        if (!begun) {
            rows.reschedule(one, State.UNKNOWN, clock.instant().plus(SUSPECT_RETRY_DELAY));
        }
    }
}
