package dev.parley.outbox;

import dev.parley.channel.ChannelKind;
import dev.parley.conversation.Conversation;
import dev.parley.conversation.ConversationChanged;
import dev.parley.conversation.Conversations;
import dev.parley.conversation.Message;
import dev.parley.conversation.Message.Status;
import dev.parley.conversation.MessageConfirmed;
import dev.parley.conversation.MessageId;
import dev.parley.conversation.Messages;
import dev.parley.conversation.MovedOn;
import dev.parley.conversation.Replies.Writer;
import dev.parley.conversation.ReplyWritten;
import dev.parley.work.Pump;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.event.TransactionalEventListener;

/// Takes on what is written, in the transaction in which it is written.
@Component
public class Outbox {
    private final OutgoingRows rows;
    private final Messages messages;
    private final Conversations conversations;
    private final ApplicationEventPublisher events;
    private final Pump pump;
    private final Clock clock;

    Outbox(
            OutgoingRows rows,
            Messages messages,
            Conversations conversations,
            ApplicationEventPublisher events,
            Pump outboxPump,
            Clock clock) {
        this.rows = rows;
        this.messages = messages;
        this.conversations = conversations;
        this.events = events;
        this.pump = outboxPump;
        this.clock = clock;
    }

    /// Sends a message again that failed, or whose fate could not be learned.
    ///
    /// @throws MovedOn when there is nothing to send again, or not for this writer
    @Transactional
    public void sendAgain(MessageId id, Writer writer) {
        var message = messages.byId(id).orElseThrow(() -> gone(id));
        var conversation = conversations.hold(message.conversation()).orElseThrow(() -> gone(id));
        if (!maySendAgain(message, conversation, writer)) {
            throw gone(id);
        }
        // As everywhere, the outbox's row is touched before the message's: no deadlock.
        events.publishEvent(new ReplyWritten(id, conversation.id(), conversation.talk().address()));
        messages.moved(id, Status.QUEUED, null, null);
        events.publishEvent(new ConversationChanged(conversation.id(), writer.id(), false));
    }

    /// Something was mended in this channel: what waited for that goes out at once.
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void resume(ChannelKind channel) {
        rows.resume(channel, clock.instant());
        pump.nudge();
    }

    @EventListener
    void take(ReplyWritten reply) {
        rows.add(reply, clock.instant());
    }

    @TransactionalEventListener
    void nudge(ReplyWritten reply) {
        pump.nudge();
    }

    /// The channel showed the message to us: whatever became of our own request, it went out.
    @EventListener
    void settle(MessageConfirmed confirmed) {
        rows.settle(confirmed.id());
    }

    private static boolean maySendAgain(Message message, Conversation conversation, Writer writer) {
        var failed = message.status() == Status.FAILED || message.status() == Status.UNKNOWN;
        return failed && writer.mayWriteIn(conversation);
    }

    private static MovedOn gone(MessageId id) {
        return new MovedOn("Message " + id.value() + " cannot be sent again");
    }

    @Configuration(proxyBeanMethods = false)
    static class Wiring {
        @Bean
        Pump outboxPump(Dispatch dispatch, OutboxSettings settings) {
            return new Pump(
                    "outbox", Duration.ofSeconds(1), settings.hands(), dispatch::dispatchOne);
        }
    }
}
