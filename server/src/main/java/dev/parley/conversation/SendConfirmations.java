package dev.parley.conversation;

import dev.parley.channel.Address;
import dev.parley.channel.ChannelEvent.Echoed;
import dev.parley.conversation.Message.Status;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/// Recognises Parley's own messages in the channel's echoes, which prove that they were sent. The
/// echo may arrive before the response to the send request, or instead of it.
@Component
class SendConfirmations {
    private final Messages messages;
    private final Conversations conversations;
    private final MessageReceipts messageReceipts;
    private final ApplicationEventPublisher events;

    SendConfirmations(
            Messages messages,
            Conversations conversations,
            MessageReceipts messageReceipts,
            ApplicationEventPublisher events) {
        this.messages = messages;
        this.conversations = conversations;
        this.messageReceipts = messageReceipts;
        this.events = events;
    }

    /// {@return whether this message is already in the timeline}
    boolean confirm(Address to, Echoed echoed) {
        var ours = ours(to, echoed);
        ours.filter(message -> !message.isInbound()).ifPresent(message -> confirm(message, echoed));
        return ours.isPresent();
    }

    private void confirm(Message message, Echoed echoed) {
        events.publishEvent(new MessageConfirmed(message.id()));
        messages.moved(message.id(), Status.SENT, echoed.messageId(), echoed.at(), null);
        messageReceipts.catchUp(message.id());
        if (message.status() == Status.FAILED || message.status() == Status.UNKNOWN) {
            events.publishEvent(new SendFailureChanged(message.conversation(), false));
        }
        events.publishEvent(new ConversationChanged(message.conversation(), null, false));
    }

    private Optional<Message> ours(Address to, Echoed echoed) {
        var reference = messageId(echoed.reference());
        return messages.byChannelIds(to, List.of(echoed.messageId())).stream()
                .findFirst()
                .or(() -> reference == null ? Optional.empty() : sentTo(to, reference));
    }

    /// A reference to a message of another customer's conversation does not count.
    private Optional<Message> sentTo(Address to, MessageId reference) {
        return messages.byId(reference)
                .filter(message ->
                        conversations
                                .byId(message.conversation())
                                .filter(found -> found.details().address().equals(to))
                                .isPresent());
    }

    /// Other apps pass along references of their own.
    private static @Nullable MessageId messageId(@Nullable String reference) {
        try {
            return reference == null ? null : new MessageId(UUID.fromString(reference));
        } catch (IllegalArgumentException _) {
            return null;
        }
    }
}
