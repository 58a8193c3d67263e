package dev.parley.conversation;

import static java.util.stream.Collectors.toCollection;

import dev.parley.channel.Address;
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

    /// {@return the person's running conversation, or one that is opened}
    ///
    /// @param at the start of a new one
    Conversation runningOrOpened(Address with, Instant at) {
        return conversations.lockRunning(with).orElseGet(() -> opening.open(with, at));
    }

    /// {@return by person: the running conversation, or one that is opened at the person's first
    /// message that is not yet stored; none if all are stored}
    Map<Address, Conversation> runningOrOpened(List<InboundMessage> all) {
        var found = new HashMap<>(conversations.lockRunning(people(all)));
        found.putAll(opened(all, found.keySet()));
        return found;
    }

    private Map<Address, Conversation> opened(List<InboundMessage> all, Set<Address> running) {
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

    /// {@return the person's running conversation, or a new one that needs no agent yet; empty when
    /// none is running and the message is already stored}
    Optional<Conversation> runningOrStarted(InboundMessage one) {
        var running = conversations.lockRunning(one.with());
        if (running.isPresent() || !messages.stored(List.of(one)).isEmpty()) {
            return running;
        }
        return Optional.of(opening.startWaiting(one.with(), one.message().sentAt()));
    }

    /// {@return by person: the running conversation, else the latest, else a new one that needs no
    /// agent yet}
    Map<Address, Conversation> latestOrNew(List<InboundMessage> all) {
        var found = new HashMap<>(conversations.lockRunning(people(all)));
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
        return conversations.lockRunning(with).orElseGet(() -> endedOrNew(with, at));
    }

    private Conversation endedOrNew(Address with, Instant at) {
        return conversations.latest(with).orElseGet(() -> opening.startWaiting(with, at));
    }

    private static Collection<Address> people(List<InboundMessage> all) {
        return all.stream().map(InboundMessage::with).collect(toCollection(LinkedHashSet::new));
    }
}
