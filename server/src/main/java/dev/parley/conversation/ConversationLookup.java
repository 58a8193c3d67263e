package dev.parley.conversation;

import dev.parley.channel.Address;
import dev.parley.channel.Content;
import dev.parley.channel.Content.Handover;
import dev.parley.channel.Content.Move;
import dev.parley.channel.ThreadControl.Party;
import dev.parley.conversation.Conversation.Details;
import dev.parley.conversation.Conversation.Open;
import dev.parley.conversation.Conversation.State;
import dev.parley.conversation.Conversation.Waiting;
import dev.parley.conversation.Message.Note;
import dev.parley.customer.Customers;
import dev.parley.identity.UserId;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Finds the conversation that a message belongs to, or opens one.
@Component
class ConversationLookup {
    private final Conversations conversations;
    private final Messages messages;
    private final Customers customers;
    private final ConversationChanges changes;
    private final ConversationRules rules;
    private final Clock clock;

    ConversationLookup(
            Conversations conversations,
            Messages messages,
            Customers customers,
            ConversationChanges changes,
            ConversationRules rules,
            Clock clock) {
        this.conversations = conversations;
        this.messages = messages;
        this.customers = customers;
        this.changes = changes;
        this.rules = rules;
        this.clock = clock;
    }

    /// The customer wrote. {@return the conversation; null when the message was already stored}
    @Nullable ConversationId customerWrote(Address from, NewMessage message) {
        var now = clock.instant();
        var running = conversations.lockRunning(from);
        if (running.isEmpty()) {
            return isHere(from, message) ? null : addTo(open(from, message.sentAt()), message, now);
        }
        var before = running.get();
        var after = Conversation.customerWrote(before, now);
        var added = addTo(after, message, now);
        if (added != null && after.state() != before.state()) {
            changes.stateChanged(after, before);
        }
        return added;
    }

    /// The customer wrote to another app, which controls the thread: no agent is notified, and the
    /// history is complete when the thread passes to Parley. {@return the conversation; null when
    /// the message was already stored}
    @Nullable ConversationId customerWroteOnStandby(Address from, NewMessage message) {
        var running = conversations.lockRunning(from);
        if (running.isEmpty() && isHere(from, message)) {
            return null;
        }
        var conversation = running.orElseGet(() -> wait(from, message.sentAt()));
        var added = addTo(conversation, message, clock.instant());
        controlledElsewhere(conversation, message.sentAt());
        return added;
    }

    /// Adds an entry that changes no state: a message that the company sent outside Parley, or
    /// something that needs no answer. {@return the conversation; null when it was already stored}
    @Nullable ConversationId noted(Address with, NewMessage message) {
        var conversation = anyWith(with, message.sentAt());
        return addTo(conversation, message, clock.instant());
    }

    /// Another app answers in the thread.
    void controlledElsewhere(Address with, Instant at) {
        conversations.lockRunning(with).ifPresent(running -> controlledElsewhere(running, at));
    }

    @EventListener
    void on(ControlledElsewhere refused) {
        conversations
                .lock(refused.id())
                .ifPresent(conversation -> controlledElsewhere(conversation, clock.instant()));
    }

    /// Control of the thread was passed on, or requested. Passing it to Parley reopens the
    /// conversation, as a message from the customer does.
    void controlChanged(Address with, Handover handover, Instant at) {
        var conversation =
                ThreadOwner.passesToUs(handover) ? calledTo(with, at) : anyWith(with, at);
        recordHandover(conversation, handover, null, at);
    }

    /// The channel itself showed a text to both sides.
    void channelNotice(Address with, String text, Instant at) {
        var conversation = anyWith(with, at);
        changes.addNote(conversation, Note.TOLD, null, new Content.Text(text), at);
        changes.changed(conversation, false);
    }

    /// Stores who controls the thread now, and a system line about it.
    void recordHandover(
            Conversation conversation, Handover handover, @Nullable UserId by, Instant at) {
        changes.addNote(conversation, Note.HANDOVER, by, handover, at);
        var owner = ThreadOwner.after(handover, until(conversation, at));
        if (owner != null) {
            conversations.handedTo(conversation.id(), owner);
        }
        changes.changed(conversation, true);
    }

    private Conversation calledTo(Address with, Instant at) {
        var running = conversations.lockRunning(with);
        if (running.isEmpty()) {
            return open(with, at);
        }
        var before = running.get();
        var now = clock.instant();
        var after = Conversation.customerWrote(before, now);
        if (after.state() != before.state()) {
            changes.save(after, now);
            changes.stateChanged(after, before);
        }
        return after;
    }

    private void controlledElsewhere(Conversation conversation, Instant at) {
        var owner = conversation.talk().owner();
        if (owner != null && owner.blocksUs(at)) {
            var until = until(conversation, at);
            conversations.handedTo(conversation.id(), new ThreadOwner(owner.party(), until));
        } else {
            recordHandover(conversation, new Handover(Move.HELD, null, Party.ANOTHER), null, at);
        }
    }

    private Instant until(Conversation conversation, Instant at) {
        return at.plus(rules.of(conversation).controlTimeout());
    }

    private Conversation anyWith(Address with, Instant at) {
        return conversations
                .lockRunning(with)
                .or(() -> conversations.latest(with))
                .orElseGet(() -> wait(with, at));
    }

    private @Nullable ConversationId addTo(
            Conversation conversation, NewMessage message, Instant now) {
        if (!changes.add(message, conversation, now)) {
            return null;
        }
        var talk = conversation.talk();
        if (message.sentAt().isBefore(talk.openedAt())) {
            customers.recordContact(talk.customer(), message.sentAt());
        }
        changes.changed(conversation, true);
        return conversation.id();
    }

    /// A message of a closed conversation that is delivered again opens no conversation.
    private boolean isHere(Address from, NewMessage message) {
        var mid = message.mid();
        return mid != null && !messages.byMids(from, List.of(mid)).isEmpty();
    }

    private Open open(Address from, Instant first) {
        var now = clock.instant();
        var open = new Open(start(from, State.OPEN, first, now), now);
        // Placed above the message that opened it.
        changes.addNote(open, Note.OPENED, null, null, first.minusMillis(2));
        changes.stateChanged(open, null);
        return open;
    }

    private Waiting wait(Address to, Instant first) {
        var now = clock.instant();
        return new Waiting(start(to, State.WAITING, first, now), null, now);
    }

    private Details start(Address address, State state, Instant openedAt, Instant now) {
        return changes.start(address, customers.at(address, openedAt), state, openedAt, now);
    }
}
