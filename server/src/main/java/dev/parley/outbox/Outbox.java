package dev.parley.outbox;

import dev.parley.conversation.Message.Status;
import dev.parley.conversation.MessageConfirmed;
import dev.parley.conversation.Messages;
import dev.parley.conversation.ReplyWritten;
import dev.parley.platform.Installation;
import dev.parley.platform.InstallationConfirmed;
import dev.parley.work.Pump;
import java.time.Clock;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/// Queues messages for sending, in the transaction in which they are written.
@Component
public class Outbox {
    private final OutgoingRows rows;
    private final Messages messages;
    private final ConfirmedMessages confirmedMessages;
    private final Pump outboxPump;
    private final Pump confirmationsPump;
    private final Installation installation;
    private final Clock clock;

    Outbox(
            OutgoingRows rows,
            Messages messages,
            ConfirmedMessages confirmedMessages,
            Pump outboxPump,
            Pump confirmationsPump,
            Installation installation,
            Clock clock) {
        this.rows = rows;
        this.messages = messages;
        this.confirmedMessages = confirmedMessages;
        this.outboxPump = outboxPump;
        this.confirmationsPump = confirmationsPump;
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
            messages.moved(reply.id(), Status.QUEUED, null, "quiet");
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

    /// The channel echoed the message: it was sent, whatever the result of Parley's own request.
    @TransactionalEventListener(fallbackExecution = true)
    void settle(MessageConfirmed confirmed) {
        confirmedMessages.add(confirmed.id());
        confirmationsPump.nudge();
    }
}
