package dev.parley.outbox;

import dev.parley.background.CrashJournal;
import dev.parley.outbox.Courier.Outcome.Refused;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Records each attempt to send a message in the crash journal, so that no message stops the server
/// repeatedly.
@Component
class SendAttempts {
    private final ClaimedMessages claimedMessages;
    private final SendTask sendTask;
    private final SendResults sendResults;
    private final OutgoingRows rows;
    private final CrashJournal journal;
    private final Clock clock;

    SendAttempts(
            ClaimedMessages claimedMessages,
            SendTask sendTask,
            SendResults sendResults,
            OutgoingRows rows,
            CrashJournal journal,
            Clock clock) {
        this.claimedMessages = claimedMessages;
        this.sendTask = sendTask;
        this.sendResults = sendResults;
        this.rows = rows;
        this.journal = journal;
        this.clock = clock;
    }

    /// A message that may have been sent is never sent again without a look-up: when this is
    /// called, earlier attempts are known to have failed.
    ///
    /// @param claimed null if it is not read yet
    void send(Outgoing one, @Nullable ClaimedMessage claimed) {
        var begun =
                journal.tryRun(
                        "message",
                        one.message().value().toString(),
                        () -> sendTask.send(claimed == null ? claimedMessages.read(one) : claimed),
                        () ->
                                sendResults.settle(
                                        one,
                                        new Refused("crashed", CrashJournal.SET_ASIDE, false)));
        if (!begun) {
            rows.rescheduleUncounted(one, clock.instant().plus(CrashJournal.SUSPECT_RETRY_DELAY));
        }
    }
}
