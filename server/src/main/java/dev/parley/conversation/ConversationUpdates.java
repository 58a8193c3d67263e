package dev.parley.conversation;

import static java.util.stream.Collectors.toMap;

import dev.parley.channel.Content;
import dev.parley.conversation.Conversation.Active;
import dev.parley.conversation.Conversation.Waiting;
import dev.parley.conversation.Message.Note;
import dev.parley.conversation.NewMessages.Addition;
import dev.parley.customer.Customers;
import dev.parley.identity.UserId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/// Stores what happens in conversations, with when each closes automatically from then on, and
/// publishes it.
@Component
class ConversationUpdates {
    private final Conversations conversations;
    private final NewMessages newMessages;
    private final Customers customers;
    private final AutoCloseDeadline autoClose;
    private final ApplicationEventPublisher events;

    ConversationUpdates(
            Conversations conversations,
            NewMessages newMessages,
            Customers customers,
            AutoCloseDeadline autoClose,
            ApplicationEventPublisher events) {
        this.conversations = conversations;
        this.newMessages = newMessages;
        this.customers = customers;
        this.autoClose = autoClose;
        this.events = events;
    }

    /// Adds a message, and publishes nothing yet. {@return false if it was already stored}
    ///
    /// @param after the conversation as it is with the message in it
    boolean add(NewMessage message, Conversation after, Instant now) {
        return !add(List.of(new Addition(message, after)), now).isEmpty();
    }

    /// Adds messages in this order, and publishes nothing yet. {@return those that were not yet
    /// stored}
    List<Addition> add(List<Addition> all, Instant now) {
        var stored = newMessages.add(all, after -> autoClose.closeAt(after, now), now);
        var added = all.stream().filter(one -> stored.contains(one.message().id())).toList();
        added.forEach(this::recordFirstContact);
        return added;
    }

    private void recordFirstContact(Addition added) {
        var details = added.after().details();
        var sentAt = added.message().sentAt();
        if (sentAt.isBefore(details.openedAt())) {
            customers.recordContact(details.customer(), sentAt);
        }
    }

    /// Adds a message to the customer, which the outbox sends.
    void send(NewMessage message, Conversation conversation, Instant now) {
        if (add(message, conversation, now)) {
            events.publishEvent(
                    new ReplyWritten(
                            message.id(), conversation.id(), conversation.details().address()));
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
    ///
    /// @param now from when its deadline counts
    void save(Conversation conversation, Instant now) {
        conversations.save(conversation, autoClose.closeAt(conversation, now), false);
    }

    /// Makes a snoozed conversation active again, with a system line.
    void wake(Waiting snoozed, Active active, Instant now) {
        conversations.save(active, autoClose.closeAt(active, now), true);
        addNote(active, Note.SNOOZE_ENDED, null, null, now);
        stateChanged(active, snoozed);
        changed(active, true);
    }

    /// Makes the agent look at their conversation, with a system line that says why.
    void remindAgent(Active active, Note note, Content content, Instant now) {
        conversations.markUnread(active.id());
        addNote(active, note, null, content, now);
        changed(active, true);
    }

    /// Stores a move of the conversation to another state, with a system line.
    ///
    /// @param by null when Parley made the move
    void move(Conversation from, Conversation to, Note note, @Nullable UserId by, Instant now) {
        move(from, to, note, by, null, now);
    }

    /// @param content what the system line says besides its note
    void move(
            Conversation from,
            Conversation to,
            Note note,
            @Nullable UserId by,
            @Nullable Content content,
            Instant now) {
        save(to, now);
        addNote(to, note, by, content, now);
        stateChanged(to, from);
        changed(to, from.agent(), true);
        if (to.agent() != null && !to.agent().equals(from.agent())) {
            changed(to, to.agent(), true);
        }
    }

    /// Publishes that this agent is to be told about a conversation that was taken over, or was.
    void takenOver(UserId formerAgent) {
        events.publishEvent(new TakenOver(formerAgent));
    }

    /// Stores moves of many conversations, with their system lines.
    void moveAll(List<BulkMove.Move> all, BulkRows rows, Instant now) {
        rows.save(all, to -> autoClose.closeAt(to, now));
        rows.addNotes(all, now);
        statesChanged(
                all.stream()
                        .filter(one -> one.from().state() != one.to().state())
                        .map(one -> StateChanged.of(one.to(), one.from()))
                        .toList());
        for (var one : all) {
            changed(one.to(), one.from().agent(), true);
            if (one.to().agent() != null && !one.to().agent().equals(one.from().agent())) {
                changed(one.to(), one.to().agent(), true);
            }
        }
    }

    /// Publishes that a user assigned these conversations to another one, if the action did that.
    void assigned(BulkAction.Moving action, List<BulkMove.Move> all, UserId by) {
        if (action instanceof BulkAction.Assign(var agent) && !agent.equals(by)) {
            events.publishEvent(
                    new AssignedByColleague(
                            all.stream()
                                    .collect(
                                            toMap(
                                                    one -> one.to().id(),
                                                    one -> one.to().details().address().at())),
                            agent,
                            by));
        }
    }

    /// {@return whether a conversation closes, in which nobody wrote since then}
    boolean isDue(Conversation conversation, Instant activeAt, Instant now) {
        var closeAt = autoClose.closeAt(conversation, activeAt);
        return closeAt != null && !closeAt.isAfter(now);
    }

    /// @param before null when it was just opened
    void stateChanged(Conversation conversation, @Nullable Conversation before) {
        statesChanged(List.of(StateChanged.of(conversation, before)));
    }

    void statesChanged(List<StateChanged> all) {
        if (!all.isEmpty()) {
            events.publishEvent(new StatesChanged(all));
        }
    }

    void changed(Conversation conversation, boolean listed) {
        changed(conversation, conversation.agent(), listed);
    }

    /// @param agent in whose list it changed
    /// @param listed whether it changed in lists too
    void changed(Conversation conversation, @Nullable UserId agent, boolean listed) {
        events.publishEvent(
                new ConversationChanged(
                        conversation.id(), agent, conversation.details().participants(), listed));
    }
}
