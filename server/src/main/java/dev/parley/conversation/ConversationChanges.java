package dev.parley.conversation;

import dev.parley.channel.Address;
import dev.parley.channel.Content;
import dev.parley.conversation.Conversation.Details;
import dev.parley.conversation.Conversation.State;
import dev.parley.conversation.Conversations.Start;
import dev.parley.conversation.Message.Note;
import dev.parley.customer.CustomerId;
import dev.parley.identity.UserId;
import dev.parley.platform.Ids;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/// Stores what happens in conversations, with when each closes automatically from then on, and
/// publishes it.
@Component
class ConversationChanges {
    private final Conversations conversations;
    private final NewMessages newMessages;
    private final AutoCloseDeadline autoClose;
    private final ApplicationEventPublisher events;

    ConversationChanges(
            Conversations conversations,
            NewMessages newMessages,
            AutoCloseDeadline autoClose,
            ApplicationEventPublisher events) {
        this.conversations = conversations;
        this.newMessages = newMessages;
        this.autoClose = autoClose;
        this.events = events;
    }

    /// Stores a new conversation, and publishes nothing yet.
    Details start(
            Address address, CustomerId customer, State state, Instant openedAt, Instant now) {
        var id = new ConversationId(Ids.next());
        var start = new Start(state, now, openedAt, autoClose.closeAtOfOpen(now));
        var number = conversations.start(address, customer, id, start);
        return new Details(id, number, address, customer, openedAt, openedAt, null, null);
    }

    /// Adds a message, and publishes nothing yet. {@return false if it was already stored}
    ///
    /// @param after the conversation as it is with the message in it
    boolean add(NewMessage message, Conversation after, Instant now) {
        return newMessages.add(message, after, autoClose.closeAt(after, now));
    }

    /// Adds a message to the customer, which the outbox sends.
    void send(NewMessage message, Conversation conversation, Instant now) {
        if (add(message, conversation, now)) {
            events.publishEvent(
                    new ReplyWritten(
                            message.id(), conversation.id(), conversation.talk().address()));
        }
    }

    /// Adds a system line, and publishes nothing yet.
    void addNote(
            Conversation conversation,
            Note note,
            @Nullable UserId by,
            @Nullable Content content,
            Instant at) {
        newMessages.addNote(conversation, note, by, content, at);
    }

    /// Stores the conversation, and publishes nothing yet.
    void save(Conversation conversation, Instant now) {
        conversations.save(conversation, autoClose.closeAt(conversation, now));
    }

    /// Stores a move of the conversation to another state, with a system line.
    ///
    /// @param by null when Parley made the move
    void move(Conversation from, Conversation to, Note note, @Nullable UserId by, Instant now) {
        save(to, now);
        addNote(to, note, by, null, now);
        stateChanged(to, from);
        changed(to, from.agent(), true);
        if (to.agent() != null && !to.agent().equals(from.agent())) {
            changed(to, to.agent(), true);
        }
    }

    /// @param before null for a new conversation
    void stateChanged(Conversation conversation, @Nullable Conversation before) {
        events.publishEvent(
                new StateChanged(
                        conversation.id(),
                        conversation.talk().address(),
                        before == null ? null : before.state(),
                        conversation.state(),
                        before == null ? null : before.agent()));
    }

    void changed(Conversation conversation, boolean listed) {
        changed(conversation, conversation.agent(), listed);
    }

    /// @param agent in whose list it changed
    /// @param listed whether it changed in lists too
    void changed(Conversation conversation, @Nullable UserId agent, boolean listed) {
        events.publishEvent(new ConversationChanged(conversation.id(), agent, listed));
    }
}
