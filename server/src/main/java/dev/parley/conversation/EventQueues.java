package dev.parley.conversation;

import dev.parley.channel.Address;
import dev.parley.channel.ChannelEvent;
import dev.parley.channel.ChannelEvent.Delivered;
import dev.parley.channel.ChannelEvent.Read;
import dev.parley.channel.ChannelEvent.Wrote;
import dev.parley.conversation.MessageReceipts.Receipt;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The events of a batch, in a queue for each person. Most events are messages and receipts: those
/// with which the queues begin are taken together, so that they are stored together. The events of
/// one person are taken in their order; those of different people are independent.
final class EventQueues {
    private final Map<Address, Deque<ChannelEvent>> queues = new LinkedHashMap<>();

    void add(Address from, ChannelEvent event) {
        queues.computeIfAbsent(from, _ -> new ArrayDeque<>()).add(event);
    }

    boolean isEmpty() {
        return queues.isEmpty();
    }

    /// Takes the messages with which the queues begin.
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

    /// Takes the receipts with which the queues begin; those of one person as one.
    List<Receipt> takeReceipts() {
        var receipts = new LinkedHashMap<Address, Receipt>();
        queues.forEach((from, events) -> {
            var next = receipt(from, events.element());
            while (next.isPresent()) {
                receipts.merge(from, next.get(), Receipt::and);
                events.remove();
                next = Optional.ofNullable(events.peek()).flatMap(event -> receipt(from, event));
            }
        });
        removeEmpty();
        return List.copyOf(receipts.values());
    }

    /// Takes the event with which each queue begins, unless it is a message or a receipt.
    Map<Address, ChannelEvent> takeOther() {
        var others = new LinkedHashMap<Address, ChannelEvent>();
        queues.forEach((from, events) -> {
            var next = events.element();
            if (!(next instanceof Wrote) && receipt(from, next).isEmpty()) {
                others.put(from, events.remove());
            }
        });
        removeEmpty();
        return others;
    }

    static Optional<Receipt> receipt(Address from, ChannelEvent event) {
        return switch (event) {
            case Delivered(var mids, var until) ->
                    Optional.of(new Receipt(from, mids, until, null));
            case Read(var until) -> Optional.of(new Receipt(from, List.of(), null, until));
            default -> Optional.empty();
        };
    }

    private void removeEmpty() {
        queues.values().removeIf(Deque::isEmpty);
    }
}
