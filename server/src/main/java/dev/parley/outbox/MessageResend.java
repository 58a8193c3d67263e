package dev.parley.outbox;

import dev.parley.conversation.Conversation;
import dev.parley.conversation.ConversationChanged;
import dev.parley.conversation.ConversationConflict;
import dev.parley.conversation.Conversations;
import dev.parley.conversation.Message;
import dev.parley.conversation.Message.Status;
import dev.parley.conversation.MessageId;
import dev.parley.conversation.MessageStatuses;
import dev.parley.conversation.Messages;
import dev.parley.conversation.Replies.Writer;
import dev.parley.conversation.ReplyWritten;
import dev.parley.conversation.SendFailureChanged;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Sends messages again that failed, or whose delivery remained unknown.
@Component
public class MessageResend {
    private final Messages messages;
    private final MessageStatuses messageStatuses;
    private final Conversations conversations;
    private final ApplicationEventPublisher events;

    MessageResend(
            Messages messages,
            MessageStatuses messageStatuses,
            Conversations conversations,
            ApplicationEventPublisher events) {
        this.messages = messages;
        this.messageStatuses = messageStatuses;
        this.conversations = conversations;
        this.events = events;
    }

    /// Queues this message again.
    ///
    /// @throws ConversationConflict when there is nothing to send again, or not for this author
    @Transactional
    public void sendAgain(MessageId id, Writer writer) {
        // Locked before the message is read: another request may be sending it.
        var conversation = conversations.lockOf(id).orElseThrow(() -> gone(id));
        var message = messages.byId(id).orElseThrow(() -> gone(id));
        if (!maySendAgain(message, conversation, writer)) {
            throw gone(id);
        }
        // The outbox's lock is the last one, to avoid deadlocks.
        messageStatuses.update(id, Status.QUEUED, null, null);
        events.publishEvent(
                new ReplyWritten(id, conversation.id(), conversation.details().address()));
        events.publishEvent(new ConversationChanged(conversation.id(), writer.id(), false));
        events.publishEvent(new SendFailureChanged(conversation.id(), false));
    }

    private static boolean maySendAgain(Message message, Conversation conversation, Writer writer) {
        var failed = message.status() == Status.FAILED || message.status() == Status.UNKNOWN;
        return failed && writer.mayWriteIn(conversation);
    }

    private static ConversationConflict gone(MessageId id) {
        return new ConversationConflict("Message " + id.value() + " cannot be sent again");
    }
}
