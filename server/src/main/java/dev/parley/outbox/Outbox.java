package dev.parley.outbox;

import dev.parley.background.Pump;
import dev.parley.conversation.Message.Status;
import dev.parley.conversation.MessageStatuses;
import dev.parley.conversation.ReplyWritten;
import dev.parley.platform.Installation;
import dev.parley.platform.InstallationConfirmed;
import java.time.Clock;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/// Queues messages for sending, in the transaction in which they are written.
@Component
public class Outbox {
    private final OutgoingRows rows;
    private final MessageStatuses messageStatuses;
    private final Pump outboxPump;
    private final Installation installation;
    private final Clock clock;

    Outbox(
            OutgoingRows rows,
            MessageStatuses messageStatuses,
            Pump outboxPump,
            Installation installation,
            Clock clock) {
        this.rows = rows;
        this.messageStatuses = messageStatuses;
        this.outboxPump = outboxPump;
        this.installation = installation;
        this.clock = clock;
    }

    /// {@return the pending messages, for each endpoint that has any}
    public List<OutboxBacklog> backlog() {
        return rows.backlog();
    }

    @EventListener
    void take(ReplyWritten reply) {
        rows.add(reply, clock.instant());
        if (installation.isQuiet()) {
            messageStatuses.update(reply.id(), Status.QUEUED, null, "quiet");
        }
    }

    /// Queued messages may have been sent by an installation that used this database before: they
    /// are looked up in the channel's message history first, and sent when they are not there.
    @EventListener
    void lookForAll(InstallationConfirmed confirmed) {
        rows.markQueuedUnknown();
    }

    @TransactionalEventListener
    void nudge(ReplyWritten reply) {
        outboxPump.nudge();
    }
}
