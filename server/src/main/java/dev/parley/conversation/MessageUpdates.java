package dev.parley.conversation;

import dev.parley.channel.Address;
import dev.parley.channel.ChannelEvent.Edited;
import dev.parley.channel.ChannelEvent.Reacted;
import dev.parley.channel.ChannelEvent.Unsent;
import dev.parley.channel.ChannelEvent.Wrote;
import dev.parley.channel.Content;
import dev.parley.conversation.MessageReceipts.Receipt;
import dev.parley.inbox.EnvelopeErasure;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/// Receipts, reactions, edits, and unsent messages. Each is shown on the message; all but receipts
/// are entries of the timeline for programs. They may arrive before the message.
@Component
class MessageUpdates {
    private final ReceivedMessages receivedMessages;
    private final Messages messages;
    private final MessageReceipts messageReceipts;
    private final EnvelopeErasure erasure;
    private final ApplicationEventPublisher events;

    MessageUpdates(
            ReceivedMessages receivedMessages,
            Messages messages,
            MessageReceipts messageReceipts,
            EnvelopeErasure erasure,
            ApplicationEventPublisher events) {
        this.receivedMessages = receivedMessages;
        this.messages = messages;
        this.messageReceipts = messageReceipts;
        this.erasure = erasure;
        this.events = events;
    }

    void received(List<Receipt> receipts) {
        if (!receipts.isEmpty()) {
            messageReceipts
                    .apply(receipts)
                    .forEach(id -> events.publishEvent(new ConversationChanged(id, null, false)));
        }
    }

    /// A customer's reaction opens the reply window, and needs no answer. Removing one does not
    /// open it, and neither does a reaction from the company's side.
    void reacted(Address from, Reacted reacted, Instant at) {
        var content = new Content.Reaction(reacted.emoji());
        if (reacted.fromCompany()) {
            receivedMessages.noted(
                    from, NewMessage.aboutAnother(true, null, content, reacted.messageId(), at));
            return;
        }
        var effect = reacted.emoji() == null ? MessageEffect.TIMELINE_ONLY : MessageEffect.REACTION;
        receivedMessages.noted(
                from, NewMessage.fromCustomer(null, content, reacted.messageId(), at, effect));
        changed(messageReceipts.reacted(from, reacted.messageId(), reacted.emoji()));
    }

    /// {@return whether the message is stored}
    boolean edited(Address from, Edited edited, Instant at) {
        var known = byChannelId(from, edited.messageId());
        known.ifPresent(message -> {
            if (message.erasedAt() != null) {
                erasure.erase(from, edited.messageId());
            } else {
                revise(from, message, edited, at);
            }
        });
        return known.isPresent();
    }

    /// Stores the number of the edit for a message that was first received as an edit.
    void firstReceivedAsEdit(Address from, Edited edited) {
        byChannelId(from, edited.messageId())
                .ifPresent(message ->
                        messageReceipts.revised(
                                message,
                                new Revision(
                                        edited.text(), Math.max(1, edited.number()), List.of())));
    }

    /// Erases the content everywhere; an empty entry remains. If the message was never received,
    /// the entry reserves its place.
    void unsent(Address from, Unsent unsent, Instant at) {
        var known = byChannelId(from, unsent.messageId());
        var content = new Content.Unsend();
        receivedMessages.noted(
                from,
                known.isPresent()
                        ? NewMessage.aboutAnother(
                                unsent.fromCompany(), null, content, unsent.messageId(), at)
                        : NewMessage.aboutAnother(
                                unsent.fromCompany(), unsent.messageId(), content, null, at));
        erasure.erase(from, unsent.messageId());
        changed(messageReceipts.erased(from, unsent.messageId(), at));
        known.ifPresent(message -> events.publishEvent(new MessageErased(message.id())));
    }

    /// A message whose channel id is already stored was unsent before it arrived, was retrieved
    /// before it arrived, or is the original of an edit that overtook it; otherwise it is only
    /// delivered again.
    void redelivered(Address from, Wrote wrote) {
        byChannelId(from, wrote.messageId())
                .ifPresent(message -> {
                    changed(messageReceipts.setWrittenAt(message.id(), wrote.at()));
                    if (message.recovered() && saysMore(wrote.content(), message.content())) {
                        textChanged(
                                message,
                                messageReceipts.completed(
                                        message.id(), wrote.content(), wrote.replyTo()));
                    }
                    redelivered(from, message, wrote);
                });
    }

    private void redelivered(Address from, Message message, Wrote wrote) {
        var channelMessageId = message.channelMessageId();
        var text = wrote.content().text();
        if (message.erasedAt() != null && channelMessageId != null) {
            erasure.erase(from, channelMessageId);
        } else if (text != null && message.version() > 0) {
            Revision.of(message, text, 0, wrote.at())
                    .ifPresent(revision ->
                            textChanged(message, messageReceipts.revised(message, revision)));
        }
    }

    /// The message history has the text after all edits, and files are already fetched.
    private static boolean saysMore(Content delivered, @Nullable Content fetched) {
        var same = fetched != null && fetched.getClass() == delivered.getClass();
        return !same && !(fetched instanceof Content.Files);
    }

    private void revise(Address from, Message message, Edited edited, Instant at) {
        var number = edited.number() > 0 ? edited.number() : message.version() + 1;
        if (edited.number() == 0 && edited.text().equals(message.text())) {
            return;
        }
        Revision.of(message, edited.text(), number, at)
                .ifPresent(revision -> {
                    receivedMessages.noted(
                            from,
                            NewMessage.aboutAnother(
                                    edited.fromCompany(),
                                    null,
                                    new Content.Edit(),
                                    edited.messageId(),
                                    at));
                    textChanged(message, messageReceipts.revised(message, revision));
                });
    }

    private Optional<Message> byChannelId(Address from, @Nullable String channelMessageId) {
        return channelMessageId == null
                ? Optional.empty()
                : messages.byChannelIds(from, List.of(channelMessageId)).stream().findFirst();
    }

    private void textChanged(Message message, List<ConversationId> conversations) {
        events.publishEvent(new MessageTextChanged(message.id()));
        changed(conversations);
    }

    private void changed(List<ConversationId> conversations) {
        conversations.forEach(id -> events.publishEvent(new ConversationChanged(id, null, true)));
    }
}
