package dev.parley.conversation;

import dev.parley.channel.Address;
import dev.parley.channel.ChannelEvent;
import dev.parley.channel.ChannelEvent.Echoed;
import dev.parley.channel.ChannelEvent.Wrote;
import dev.parley.conversation.MessageReceipts.Receipt;
import dev.parley.conversation.SendConfirmations.Echo;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The events of a batch, in a queue for each person. Most events are messages, echoes and
/// receipts: those at the heads of all queues are taken together, so that they are stored together.
/// The events of one person are taken in their order; those of different people are independent.
final class EventQueues {
    private final Map<Address, Deque<ChannelEvent>> queues = new LinkedHashMap<>();

    void add(Address from, ChannelEvent event) {
        queues.computeIfAbsent(from, _ -> new ArrayDeque<>()).add(event);
    }

    boolean isEmpty() {
        return queues.isEmpty();
    }

    /// Takes the messages at the heads of the queues.
    Map<Address, List<Wrote>> takeMessages() {
        var messages = new LinkedHashMap<Address, List<Wrote>>();
        queues.forEach((from, events) -> {
            while (events.peek() instanceof Wrote wrote) {
                messages.computeIfAbsent(from, _ -> new ArrayList<>()).add(wrote);
                events.remove();
            }
        });
        removeEmpty();
        return messages;
    }

    /// Takes the receipts at the heads of the queues; those of one person as one.
    List<Receipt> takeReceipts() {
        var receipts = new LinkedHashMap<Address, Receipt>();
        queues.forEach((from, events) -> {
            var next = Receipt.of(from, events.element());
            while (next.isPresent()) {
                receipts.merge(from, next.get(), Receipt::mergedWith);
                events.remove();
                next = Optional.ofNullable(events.peek()).flatMap(event -> Receipt.of(from, event));
            }
        });
        removeEmpty();
        return List.copyOf(receipts.values());
    }

    /// Takes the echoes at the heads of the queues, each message once: another echo of it confirms
    /// what the first one stored.
    List<Echo> takeEchoes() {
        var echoes = new ArrayList<Echo>();
        queues.forEach((from, events) -> {
            var ids = new HashSet<String>();
            var references = new HashSet<String>();
            while (events.peek() instanceof Echoed echoed
                    && ids.add(echoed.messageId())
                    && (echoed.reference() == null || references.add(echoed.reference()))) {
                echoes.add(new Echo(from, echoed));
                events.remove();
            }
        });
        removeEmpty();
        return echoes;
    }

    /// Takes the event at the head of each queue, unless it is one of the above.
    Map<Address, ChannelEvent> takeOther() {
        var others = new LinkedHashMap<Address, ChannelEvent>();
        queues.forEach((from, events) -> {
            var next = events.element();
            if (!isTakenTogether(from, next)) {
                others.put(from, events.remove());
            }
        });
        removeEmpty();
        return others;
    }

    private static boolean isTakenTogether(Address from, ChannelEvent event) {
        return event instanceof Wrote
                || event instanceof Echoed
                || Receipt.of(from, event).isPresent();
    }

    private void removeEmpty() {
        queues.values().removeIf(Deque::isEmpty);
    }
}
