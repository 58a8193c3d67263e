package dev.parley.conversation;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toMap;

import dev.parley.channel.Address;
import dev.parley.conversation.Conversation.Details;
import dev.parley.conversation.Conversation.Open;
import dev.parley.conversation.Conversation.State;
import dev.parley.conversation.Conversation.Waiting;
import dev.parley.conversation.Conversations.Start;
import dev.parley.customer.CustomerId;
import dev.parley.customer.Customers;
import dev.parley.platform.Ids;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/// Starts conversations with people who have none running.
@Component
class ConversationOpening {
    private final Conversations conversations;
    private final NewMessages messages;
    private final Customers customers;
    private final CustomerBlocks blocks;
    private final AutoCloseDeadline autoClose;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ConversationOpening(
            Conversations conversations,
            NewMessages messages,
            Customers customers,
            CustomerBlocks blocks,
            AutoCloseDeadline autoClose,
            ApplicationEventPublisher events,
            Clock clock) {
        this.conversations = conversations;
        this.messages = messages;
        this.customers = customers;
        this.blocks = blocks;
        this.autoClose = autoClose;
        this.events = events;
        this.clock = clock;
    }

    /// Opens a conversation with this person, which waits for an agent; for a blocked one, it needs
    /// none.
    ///
    /// @param firstSentAt when the message was sent that opens it
    Conversation open(Address from, Instant firstSentAt) {
        return requireNonNull(open(Map.of(from, firstSentAt)).get(from));
    }

    /// Opens a conversation with each of these people, all in the same statements.
    Map<Address, Conversation> open(Map<Address, Instant> firstSentAt) {
        if (firstSentAt.isEmpty()) {
            return Map.of();
        }
        var customerAt = customers.at(firstSentAt);
        var blocked = blocks.blockedAmong(customerAt.values());
        var waiting = new HashMap<>(firstSentAt);
        waiting.keySet().removeIf(address -> !isIn(blocked, customerAt, address));
        var open = new HashMap<>(firstSentAt);
        open.keySet().removeAll(waiting.keySet());
        var result = new HashMap<Address, Conversation>(opened(open, customerAt));
        waiting.forEach((address, at) -> result.put(address, startWaiting(address, at, true)));
        return result;
    }

    private static boolean isIn(
            Set<CustomerId> some, Map<Address, CustomerId> customerAt, Address address) {
        return some.contains(requireNonNull(customerAt.get(address)));
    }

    private Map<Address, Open> opened(
            Map<Address, Instant> firstSentAt, Map<Address, CustomerId> customerAt) {
        if (firstSentAt.isEmpty()) {
            return Map.of();
        }
        var now = clock.instant();
        var opened =
                start(firstSentAt, customerAt, State.OPEN, now, false).stream()
                        .map(details -> new Open(details, now))
                        .toList();
        messages.addOpened(opened);
        events.publishEvent(
                new StatesChanged(
                        opened.stream().map(open -> StateChanged.of(open, null)).toList()));
        return opened.stream().collect(toMap(open -> open.details().address(), open -> open));
    }

    /// Starts a conversation that needs no agent yet.
    Waiting startWaiting(Address to, Instant firstSentAt) {
        var blocked = blocks.blockedAmong(customers.at(Map.of(to, firstSentAt)).values());
        return startWaiting(to, firstSentAt, !blocked.isEmpty());
    }

    private Waiting startWaiting(Address to, Instant firstSentAt, boolean blocked) {
        var now = clock.instant();
        var first = Map.of(to, firstSentAt);
        var details = start(first, customers.at(first), State.WAITING, now, blocked).getFirst();
        events.publishEvent(new ConversationChanged(details.id(), null, true));
        return new Waiting(details, null, now, null);
    }

    private List<Details> start(
            Map<Address, Instant> firstSentAt,
            Map<Address, CustomerId> customerAt,
            State state,
            Instant now,
            boolean blocked) {
        var starts = new ArrayList<Start>();
        firstSentAt.forEach((address, at) -> {
            var customer = requireNonNull(customerAt.get(address));
            starts.add(new Start(new ConversationId(Ids.next()), address, customer, at));
        });
        var numbers =
                conversations.start(starts, state, blocked, now, autoClose.closeAtOfOpen(now));
        return starts.stream()
                .map(one -> started(one, requireNonNull(numbers.get(one.id())), blocked))
                .toList();
    }

    private static Details started(Start start, long number, boolean blocked) {
        return new Details(
                start.id(),
                number,
                start.address(),
                start.customer(),
                start.openedAt(),
                start.openedAt(),
                null,
                null,
                blocked,
                Set.of());
    }
}
