package dev.parley.conversation;

import static java.util.stream.Collectors.toCollection;

import dev.parley.channel.Address;
import dev.parley.conversation.Conversation.Open;
import dev.parley.conversation.ReceivedMessages.Received;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/// Finds the conversation that a message belongs to, or starts one. A running conversation is
/// locked.
@Component
class ConversationLookup {
    private final Conversations conversations;
    private final NewMessages messages;
    private final ConversationOpening opening;

    ConversationLookup(
            Conversations conversations, NewMessages messages, ConversationOpening opening) {
        this.conversations = conversations;
        this.messages = messages;
        this.opening = opening;
    }

    Optional<Conversation> running(Address with) {
        return conversations.lockRunning(with);
    }

    /// {@return the conversation that runs with this person, or is opened for them}
    ///
    /// @param at the start of a new one
    Conversation runningOrOpened(Address with, Instant at) {
        return running(with).orElseGet(() -> opening.open(with, at));
    }

    /// {@return the conversations that run with the senders, or are opened for them} A message that
    /// is already stored opens none.
    Map<Address, Conversation> runningOrOpened(List<Received> all) {
        var found = new HashMap<>(conversations.lockRunning(senders(all)));
        found.putAll(opened(all, found.keySet()));
        return found;
    }

    private Map<Address, Open> opened(List<Received> all, Set<Address> running) {
        var others = all.stream().filter(one -> !running.contains(one.with())).toList();
        if (others.isEmpty()) {
            return Map.of();
        }
        var stored = messages.stored(others);
        var first = new LinkedHashMap<Address, Instant>();
        others.stream()
                .filter(one -> !stored.contains(one))
                .forEach(one -> first.putIfAbsent(one.with(), one.message().sentAt()));
        return opening.open(first);
    }

    /// {@return the conversation that runs with the sender, or one that needs no agent yet; empty
    /// when none runs and the message is already stored}
    Optional<Conversation> runningOrWaiting(Received one) {
        var running = running(one.with());
        if (running.isPresent() || !messages.stored(List.of(one)).isEmpty()) {
            return running;
        }
        return Optional.of(opening.startWaiting(one.with(), one.message().sentAt()));
    }

    /// {@return the conversation with the person of each message: the one that runs, else the
    /// latest, else one that needs no agent yet}
    Map<Address, Conversation> latestOrNew(List<Received> all) {
        var found = new HashMap<>(conversations.lockRunning(senders(all)));
        for (var one : all) {
            found.computeIfAbsent(one.with(), with -> endedOrNew(with, one.message().sentAt()));
        }
        return found;
    }

    /// {@return the conversation that runs with this person, else the latest, else one that needs
    /// no agent yet}
    ///
    /// @param at the start of a new one
    Conversation latestOrNew(Address with, Instant at) {
        return running(with).orElseGet(() -> endedOrNew(with, at));
    }

    private Conversation endedOrNew(Address with, Instant at) {
        return conversations.latest(with).orElseGet(() -> opening.startWaiting(with, at));
    }

    private static Collection<Address> senders(List<Received> all) {
        return all.stream().map(Received::with).collect(toCollection(LinkedHashSet::new));
    }
}
