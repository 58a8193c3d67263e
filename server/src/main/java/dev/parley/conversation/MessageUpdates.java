package dev.parley.conversation;

import dev.parley.channel.Address;
import dev.parley.channel.ChannelEvent.Edited;
import dev.parley.channel.ChannelEvent.Reacted;
import dev.parley.channel.ChannelEvent.Unsent;
import dev.parley.channel.ChannelEvent.Wrote;
import dev.parley.channel.Content;
import dev.parley.inbox.EnvelopeErasure;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/// Reactions to messages, edits, and unsent messages. Each is shown on the message, and is an entry
/// of the timeline for programs. They may arrive before the message.
@Component
class MessageUpdates {
    private final ConversationLookup conversationLookup;
    private final Messages messages;
    private final MessageReceipts messageReceipts;
    private final EnvelopeErasure erasure;
    private final ApplicationEventPublisher events;

    MessageUpdates(
            ConversationLookup conversationLookup,
            Messages messages,
            MessageReceipts messageReceipts,
            EnvelopeErasure erasure,
            ApplicationEventPublisher events) {
        this.conversationLookup = conversationLookup;
        this.messages = messages;
        this.messageReceipts = messageReceipts;
        this.erasure = erasure;
        this.events = events;
    }

    /// A customer's reaction opens the reply window, and needs no answer. Removing one does not
    /// open it, and neither does a reaction from the company's side.
    void reacted(Address from, Reacted reacted, Instant at) {
        var content = new Content.Reaction(reacted.emoji());
        if (reacted.fromCompany()) {
            conversationLookup.noted(
                    from, NewMessage.aboutAnother(true, null, content, reacted.mid(), at));
            return;
        }
        var effect = reacted.emoji() == null ? MessageEffect.TIMELINE_ONLY : MessageEffect.REACTION;
        conversationLookup.noted(
                from, NewMessage.fromCustomer(null, content, reacted.mid(), at, effect));
        changed(messageReceipts.reacted(from, reacted.mid(), reacted.emoji()));
    }

    /// {@return whether the message is stored}
    boolean edited(Address from, Edited edited, Instant at) {
        var known = byMid(from, edited.mid());
        known.ifPresent(message -> {
            if (message.erasedAt() != null) {
                erasure.erase(from, edited.mid());
            } else {
                revise(from, message, edited, at);
            }
        });
        return known.isPresent();
    }

    /// Stores the number of the edit for a message that was first received as an edit.
    void firstReceivedAsEdit(Address from, Edited edited) {
        byMid(from, edited.mid())
                .ifPresent(message ->
                        messageReceipts.revised(
                                message,
                                new Revision(
                                        edited.text(), Math.max(1, edited.number()), List.of())));
    }

    /// Erases the content everywhere; an empty entry remains. If the message was never received,
    /// the entry reserves its place.
    void unsent(Address from, Unsent unsent, Instant at) {
        var known = byMid(from, unsent.mid());
        var content = new Content.Unsend();
        conversationLookup.noted(
                from,
                known.isPresent()
                        ? NewMessage.aboutAnother(
                                unsent.fromCompany(), null, content, unsent.mid(), at)
                        : NewMessage.aboutAnother(
                                unsent.fromCompany(), unsent.mid(), content, null, at));
        erasure.erase(from, unsent.mid());
        changed(messageReceipts.erased(from, unsent.mid(), at));
        known.ifPresent(message -> events.publishEvent(new MessageErased(message.id())));
    }

    /// A message whose mid is already stored was unsent before it arrived, was retrieved before it
    /// arrived, or is the original of an edit that overtook it; otherwise it is only delivered
    /// again.
    void redelivered(Address from, Wrote wrote) {
        byMid(from, wrote.mid())
                .ifPresent(message -> {
                    changed(messageReceipts.setWrittenAt(message.id(), wrote.at()));
                    if (message.recovered() && saysMore(wrote.content(), message.content())) {
                        changed(
                                messageReceipts.completed(
                                        message.id(), wrote.content(), wrote.replyTo()));
                    }
                    redelivered(from, message, wrote);
                });
    }

    private void redelivered(Address from, Message message, Wrote wrote) {
        var mid = message.mid();
        var text = wrote.content().text();
        if (message.erasedAt() != null && mid != null) {
            erasure.erase(from, mid);
        } else if (text != null && message.version() > 0) {
            Revision.of(message, text, 0, wrote.at())
                    .ifPresent(revision -> changed(messageReceipts.revised(message, revision)));
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
                    conversationLookup.noted(
                            from,
                            NewMessage.aboutAnother(
                                    edited.fromCompany(),
                                    null,
                                    new Content.Edit(),
                                    edited.mid(),
                                    at));
                    changed(messageReceipts.revised(message, revision));
                });
    }

    private Optional<Message> byMid(Address from, @Nullable String mid) {
        return mid == null
                ? Optional.empty()
                : messages.byMids(from, List.of(mid)).stream().findFirst();
    }

    private void changed(List<ConversationId> conversations) {
        conversations.forEach(id -> events.publishEvent(new ConversationChanged(id, null, true)));
    }
}
