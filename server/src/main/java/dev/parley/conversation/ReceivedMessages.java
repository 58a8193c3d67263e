package dev.parley.conversation;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toMap;

import dev.parley.channel.Address;
import dev.parley.channel.Content;
import dev.parley.conversation.Message.Author;
import dev.parley.conversation.Message.Note;
import dev.parley.conversation.NewMessages.Addition;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/// Stores messages that the channel delivered, in the conversations that they belong to. A message
/// that is already stored is not stored again.
@Component
class ReceivedMessages {
    private final ConversationLookup conversationLookup;
    private final ControlChanges controlChanges;
    private final ConversationUpdates updates;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ReceivedMessages(
            ConversationLookup conversationLookup,
            ControlChanges controlChanges,
            ConversationUpdates updates,
            ApplicationEventPublisher events,
            Clock clock) {
        this.conversationLookup = conversationLookup;
        this.controlChanges = controlChanges;
        this.updates = updates;
        this.events = events;
        this.clock = clock;
    }

    /// The customer wrote. {@return the conversation; null when the message was already stored}
    @Nullable ConversationId customerWrote(Address from, NewMessage message) {
        return customersWrote(List.of(new InboundMessage(from, message))).get(message.id());
    }

    /// Customers wrote, each maybe several messages, in this order. {@return the conversations of
    /// those that were not yet stored}
    Map<MessageId, ConversationId> customersWrote(List<InboundMessage> all) {
        var now = clock.instant();
        var conversationOf = conversationLookup.runningOrOpened(all);
        var additions = new ArrayList<Addition>();
        for (var one : all) {
            var before = conversationOf.get(one.with());
            if (before != null) {
                additions.add(new Addition(one.message(), Conversation.customerWrote(before, now)));
            }
        }
        var added = store(additions, now);
        publishStateChanges(conversationOf.values(), added);
        publishFiles(added);
        return conversationsOf(added);
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
        var conversation =
                conversationLookup.runningOrStarted(new InboundMessage(from, message)).orElse(null);
        if (conversation == null) {
            return null;
        }
        var added = store(List.of(new Addition(message, conversation)), clock.instant());
        controlChanges.controlledElsewhere(conversation, message.sentAt());
        publishFiles(added);
        return conversationsOf(added).get(message.id());
    }

    /// Adds an entry that changes no state: a message that the company sent outside Parley, or
    /// something that needs no answer. {@return the conversation; null when it was already stored}
    @Nullable ConversationId noted(Address with, NewMessage message) {
        return noted(List.of(new InboundMessage(with, message))).get(message.id());
    }

    /// Adds such entries, in this order. {@return the conversations of those that were not yet
    /// stored}
    Map<MessageId, ConversationId> noted(List<InboundMessage> all) {
        var conversationOf = conversationLookup.latestOrNew(all);
        var additions =
                all.stream()
                        .map(one ->
                                new Addition(
                                        one.message(),
                                        requireNonNull(conversationOf.get(one.with()))))
                        .toList();
        var added = store(additions, clock.instant());
        publishFiles(added);
        return conversationsOf(added);
    }

    /// The channel itself showed a text to both sides.
    void channelNotice(Address with, String text, Instant at) {
        var conversation = conversationLookup.latestOrNew(with, at);
        updates.addNote(conversation, Note.CHANNEL_NOTICE, null, new Content.Text(text), at);
        updates.changed(conversation, false);
    }

    /// Stores these messages, and notifies the desks that show their conversations, once for each.
    /// {@return those that were not yet stored}
    private List<Addition> store(List<Addition> additions, Instant now) {
        var added =
                updates.add(
                        additions.stream().map(ReceivedMessages::withoutEffectIfBlocked).toList(),
                        now);
        added.stream()
                .collect(toMap(one -> one.after().id(), Addition::after, (one, _) -> one))
                .values()
                .forEach(conversation -> updates.changed(conversation, true));
        return added;
    }

    /// Nobody notices what a blocked customer writes.
    private static Addition withoutEffectIfBlocked(Addition one) {
        return one.after().details().blocked() && one.message().author() == Author.CUSTOMER
                ? new Addition(one.message().ofBlockedCustomer(), one.after())
                : one;
    }

    private void publishFiles(List<Addition> added) {
        added.forEach(one -> FilesReceived.of(one).ifPresent(events::publishEvent));
    }

    private static Map<MessageId, ConversationId> conversationsOf(List<Addition> added) {
        return added.stream().collect(toMap(one -> one.message().id(), one -> one.after().id()));
    }
}
