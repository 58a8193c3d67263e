package dev.parley.outbox;

import dev.parley.channel.ChannelKind;
import dev.parley.channel.Endpoint;
import dev.parley.conversation.Conversation;
import dev.parley.conversation.ConversationChanged;
import dev.parley.conversation.ConversationConflict;
import dev.parley.conversation.Conversations;
import dev.parley.conversation.Message;
import dev.parley.conversation.Message.Status;
import dev.parley.conversation.MessageConfirmed;
import dev.parley.conversation.MessageId;
import dev.parley.conversation.Messages;
import dev.parley.conversation.Replies.Writer;
import dev.parley.conversation.ReplyWritten;
import dev.parley.conversation.SendFailureChanged;
import dev.parley.identity.Audit;
import dev.parley.identity.UserId;
import dev.parley.outbox.Courier.Outcome.EndpointPaused;
import dev.parley.platform.Installation;
import dev.parley.platform.InstallationConfirmed;
import dev.parley.work.Pump;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.event.TransactionalEventListener;

/// Queues messages for sending, in the transaction in which they are written.
@Component
public class Outbox {
    private static final int NEARLY_ALL = 95;
    private static final Duration DEFAULT_PAUSE = Duration.ofMinutes(1);

    private final OutgoingRows rows;
    private final SendBlocks sendBlocks;
    private final SendLimitsByEndpoint sendLimitsByEndpoint;
    private final Messages messages;
    private final Conversations conversations;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final Pump pump;
    private final Clock clock;
    private final Installation installation;

    Outbox(
            OutgoingRows rows,
            SendBlocks sendBlocks,
            SendLimitsByEndpoint sendLimitsByEndpoint,
            Messages messages,
            Conversations conversations,
            Audit audit,
            ApplicationEventPublisher events,
            Pump outboxPump,
            Clock clock,
            Installation installation) {
        this.rows = rows;
        this.sendBlocks = sendBlocks;
        this.sendLimitsByEndpoint = sendLimitsByEndpoint;
        this.messages = messages;
        this.conversations = conversations;
        this.audit = audit;
        this.events = events;
        this.pump = outboxPump;
        this.clock = clock;
        this.installation = installation;
    }

    /// Sends a message again that failed, or whose delivery remained unknown.
    ///
    /// @throws ConversationConflict when there is nothing to send again, or not for this author
    @Transactional
    public void sendAgain(MessageId id, Writer writer) {
        var message = messages.byId(id).orElseThrow(() -> gone(id));
        var conversation = conversations.lock(message.conversation()).orElseThrow(() -> gone(id));
        if (!maySendAgain(message, conversation, writer)) {
            throw gone(id);
        }
        // As everywhere, the outbox's row is locked before the message's, to avoid deadlocks.
        events.publishEvent(new ReplyWritten(id, conversation.id(), conversation.talk().address()));
        messages.moved(id, Status.QUEUED, null, null);
        events.publishEvent(new ConversationChanged(conversation.id(), writer.id(), false));
        events.publishEvent(new SendFailureChanged(conversation.id(), false));
    }

    /// Something was fixed for these endpoints: messages that waited for it are sent at once.
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void resume(ChannelKind channel, Collection<String> endpoints) {
        sendBlocks.clear(channel, endpoints, false);
        pump.nudge();
    }

    /// Tries this endpoint again on a user's request, regardless of the channel's last answer.
    @Transactional
    public void tryAgain(Endpoint endpoint, UserId by) {
        sendBlocks.clear(endpoint.channel(), List.of(endpoint.id()), true);
        audit.record(
                by,
                "endpoint.triedAgain",
                "endpoint/%s/%s".formatted(endpoint.channel(), endpoint.id()),
                Map.of(),
                Map.of());
        pump.nudge();
    }

    /// {@return the pending messages, for each endpoint that has any}
    public List<OutboxBacklog> backlog() {
        return rows.backlog();
    }

    /// Applies the usage of the channel's rate limit that the channel reported for this endpoint.
    ///
    /// @param percent 100 is blocked
    /// @param asked how long the channel asked to wait; null when it did not
    public void applyUsage(Endpoint endpoint, int percent, @Nullable Duration asked) {
        var now = clock.instant();
        sendLimitsByEndpoint.applyUsage(endpoint, percent, now);
        if (percent >= NEARLY_ALL || asked != null) {
            var detail = "%d %% of the rate limit is used".formatted(percent);
            var rest = new EndpointPaused("limit", detail, DEFAULT_PAUSE, asked, false);
            sendBlocks.pause(endpoint, rest, now);
        }
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
        pump.nudge();
    }

    /// The channel echoed the message: it was sent, whatever the result of Parley's own request.
    @EventListener
    void settle(MessageConfirmed confirmed) {
        rows.remove(confirmed.id(), clock.instant());
        pump.nudge();
    }

    private static boolean maySendAgain(Message message, Conversation conversation, Writer writer) {
        var failed = message.status() == Status.FAILED || message.status() == Status.UNKNOWN;
        return failed && writer.mayWriteIn(conversation);
    }

    private static ConversationConflict gone(MessageId id) {
        return new ConversationConflict("Message " + id.value() + " cannot be sent again");
    }
}
