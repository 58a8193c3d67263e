package dev.parley.conversation;

import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toMap;

import dev.parley.channel.Address;
import dev.parley.channel.Content;
import dev.parley.channel.Content.Handover;
import dev.parley.channel.Content.Move;
import dev.parley.channel.ConversationControl.Party;
import dev.parley.conversation.Conversation.Open;
import dev.parley.conversation.Message.Note;
import dev.parley.conversation.NewMessages.Addition;
import dev.parley.customer.Customers;
import dev.parley.identity.UserId;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Finds the conversation that a message belongs to, or opens one.
@Component
class ConversationLookup {
    private final Conversations conversations;
    private final Messages messages;
    private final Customers customers;
    private final ConversationOpening opening;
    private final ConversationUpdates updates;
    private final ConversationRules rules;
    private final Clock clock;

    ConversationLookup(
            Conversations conversations,
            Messages messages,
            Customers customers,
            ConversationOpening opening,
            ConversationUpdates updates,
            ConversationRules rules,
            Clock clock) {
        this.conversations = conversations;
        this.messages = messages;
        this.customers = customers;
        this.opening = opening;
        this.updates = updates;
        this.rules = rules;
        this.clock = clock;
    }

    /// The customer wrote. {@return the conversation; null when the message was already stored}
    @Nullable ConversationId customerWrote(Address from, NewMessage message) {
        return customersWrote(List.of(new Incoming(from, message))).get(message.id());
    }

    /// Customers wrote, each maybe several messages, in this order. {@return the conversations of
    /// those that were not yet stored}
    Map<MessageId, ConversationId> customersWrote(List<Incoming> incoming) {
        var now = clock.instant();
        var conversationOf = new HashMap<>(conversations.lockRunning(addresses(incoming)));
        conversationOf.putAll(openFor(incoming, conversationOf.keySet()));
        var additions = new ArrayList<Addition>();
        for (var one : incoming) {
            var before = conversationOf.get(one.from);
            if (before != null) {
                additions.add(written(before, one.message, now));
            }
        }
        var added = added(additions, now);
        publishStateChanges(conversationOf.values(), added);
        return conversationsOf(added);
    }

    private static Map<MessageId, ConversationId> conversationsOf(List<Addition> added) {
        return added.stream().collect(toMap(one -> one.message().id(), one -> one.after().id()));
    }

    /// Opens a conversation for each of the others, at the first message of theirs that is not yet
    /// stored.
    private Map<Address, Open> openFor(List<Incoming> incoming, Set<Address> running) {
        var others = incoming.stream().filter(one -> !running.contains(one.from)).toList();
        if (others.isEmpty()) {
            return Map.of();
        }
        var stored = messages.stored(others);
        var first = new LinkedHashMap<Address, Instant>();
        others.stream()
                .filter(one -> !stored.contains(one))
                .forEach(one -> first.putIfAbsent(one.from, one.message.sentAt()));
        return opening.open(first);
    }

    private static Set<Address> addresses(List<Incoming> incoming) {
        return incoming.stream().map(Incoming::from).collect(toCollection(LinkedHashSet::new));
    }

    private void publishStateChanges(Collection<Conversation> before, List<Addition> added) {
        var after = new HashMap<ConversationId, Conversation>();
        added.forEach(one -> after.put(one.after().id(), one.after()));
        var changes = new ArrayList<StateChanged>();
        for (var conversation : before) {
            var changed = after.get(conversation.id());
            if (changed != null && changed.state() != conversation.state()) {
                changes.add(StateChanged.of(changed, conversation));
            }
        }
        updates.statesChanged(changes);
    }

    /// The customer wrote to another app, which controls the conversation: no agent is notified,
    /// and the history is complete when the conversation passes to Parley. {@return the
    /// conversation; null when the message was already stored}
    @Nullable ConversationId customerWroteToAnotherApp(Address from, NewMessage message) {
        var running = conversations.lockRunning(from);
        if (running.isEmpty() && isHere(from, message)) {
            return null;
        }
        var conversation = running.orElseGet(() -> opening.startWaiting(from, message.sentAt()));
        var added = addTo(conversation, message, clock.instant());
        controlledElsewhere(conversation, message.sentAt());
        return added;
    }

    /// Adds an entry that changes no state: a message that the company sent outside Parley, or
    /// something that needs no answer. {@return the conversation; null when it was already stored}
    @Nullable ConversationId noted(Address with, NewMessage message) {
        return noted(List.of(new Incoming(with, message))).get(message.id());
    }

    /// Adds such entries, in this order. {@return the conversations of those that were not yet
    /// stored}
    Map<MessageId, ConversationId> noted(List<Incoming> all) {
        var conversationOf = new HashMap<>(conversations.lockRunning(addresses(all)));
        var additions = new ArrayList<Addition>();
        for (var one : all) {
            var conversation =
                    conversationOf.computeIfAbsent(
                            one.from, with -> latestOrNew(with, one.message.sentAt()));
            additions.add(new Addition(one.message, conversation));
        }
        return conversationsOf(added(additions, clock.instant()));
    }

    /// Another app answers in the conversation.
    void controlledElsewhere(Address with, Instant at) {
        conversations.lockRunning(with).ifPresent(running -> controlledElsewhere(running, at));
    }

    @EventListener
    void on(ControlledElsewhere refused) {
        conversations
                .lock(refused.id())
                .ifPresent(conversation -> controlledElsewhere(conversation, clock.instant()));
    }

    /// Control of the conversation was passed on, or requested. Passing it to Parley reopens the
    /// conversation, as a message from the customer does.
    void controlChanged(Address with, Handover handover, Instant at) {
        var conversation =
                ControlState.passesToUs(handover) ? calledTo(with, at) : anyWith(with, at);
        recordHandover(conversation, handover, null, at);
    }

    /// The channel itself showed a text to both sides.
    void channelNotice(Address with, String text, Instant at) {
        var conversation = anyWith(with, at);
        updates.addNote(conversation, Note.CHANNEL_NOTICE, null, new Content.Text(text), at);
        updates.changed(conversation, false);
    }

    /// Stores who controls the conversation now, and a system line about it.
    void recordHandover(
            Conversation conversation, Handover handover, @Nullable UserId by, Instant at) {
        updates.addNote(conversation, Note.HANDOVER, by, handover, at);
        var control = ControlState.after(handover, until(conversation, at));
        if (control != null) {
            conversations.handedTo(conversation.id(), control);
        }
        updates.changed(conversation, true);
    }

    private Conversation calledTo(Address with, Instant at) {
        var running = conversations.lockRunning(with);
        if (running.isEmpty()) {
            return opening.open(with, at);
        }
        var before = running.get();
        var now = clock.instant();
        var after = Conversation.customerWrote(before, now);
        if (after.state() != before.state()) {
            updates.save(after, now);
            updates.stateChanged(after, before);
        }
        return after;
    }

    private void controlledElsewhere(Conversation conversation, Instant at) {
        var control = conversation.details().control();
        if (control != null && control.blocksUs(at)) {
            var until = until(conversation, at);
            conversations.handedTo(conversation.id(), new ControlState(control.party(), until));
        } else {
            recordHandover(conversation, new Handover(Move.HELD, null, Party.ANOTHER), null, at);
        }
    }

    private Instant until(Conversation conversation, Instant at) {
        return at.plus(rules.of(conversation).controlTimeout());
    }

    private Conversation anyWith(Address with, Instant at) {
        return conversations.lockRunning(with).orElseGet(() -> latestOrNew(with, at));
    }

    private Conversation latestOrNew(Address with, Instant at) {
        return conversations.latest(with).orElseGet(() -> opening.startWaiting(with, at));
    }

    private @Nullable ConversationId addTo(
            Conversation conversation, NewMessage message, Instant now) {
        var added = added(List.of(new Addition(message, conversation)), now);
        return added.isEmpty() ? null : conversation.id();
    }

    private static Addition written(Conversation before, NewMessage message, Instant now) {
        return new Addition(message, Conversation.customerWrote(before, now));
    }

    /// Stores these messages, and notifies the desks that show their conversations, once for each.
    /// {@return those that were not yet stored}
    private List<Addition> added(List<Addition> additions, Instant now) {
        var added = updates.add(additions, now);
        added.forEach(this::recordFirstContact);
        added.stream()
                .collect(toMap(one -> one.after().id(), Addition::after, (one, _) -> one))
                .values()
                .forEach(conversation -> updates.changed(conversation, true));
        return added;
    }

    private void recordFirstContact(Addition added) {
        var details = added.after().details();
        var sentAt = added.message().sentAt();
        if (sentAt.isBefore(details.openedAt())) {
            customers.recordContact(details.customer(), sentAt);
        }
    }

    /// A message of a closed conversation that is delivered again opens no conversation.
    private boolean isHere(Address from, NewMessage message) {
        return !messages.stored(List.of(new Incoming(from, message))).isEmpty();
    }

    /// A message from or to a customer, written outside Parley.
    record Incoming(Address from, NewMessage message) {}
}
