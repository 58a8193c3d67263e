package dev.parley.conversation;

import dev.parley.channel.Address;
import dev.parley.conversation.Conversation.Open;
import dev.parley.conversation.Conversation.State;
import dev.parley.conversation.Conversation.Talk;
import dev.parley.conversation.Conversation.Waiting;
import dev.parley.conversation.Conversations.Start;
import dev.parley.conversation.Message.Note;
import dev.parley.conversation.Messages.NewMessage;
import dev.parley.customer.Customers;
import dev.parley.platform.Ids;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/// Finds the conversation that a message belongs to, or opens one.
@Component
class Threshold {
    private final Conversations conversations;
    private final Messages messages;
    private final Customers customers;
    private final Lifetimes lifetimes;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Threshold(
            Conversations conversations,
            Messages messages,
            Customers customers,
            Lifetimes lifetimes,
            ApplicationEventPublisher events,
            Clock clock) {
        this.conversations = conversations;
        this.messages = messages;
        this.customers = customers;
        this.lifetimes = lifetimes;
        this.events = events;
        this.clock = clock;
    }

    /// The customer wrote. {@return the conversation; null when the message was here already}
    @Nullable ConversationId customerWrote(Address from, NewMessage message) {
        var now = clock.instant();
        var running = conversations.holdRunning(from);
        if (running.isEmpty()) {
            return isHere(from, message) ? null : addTo(open(from, message), message, now);
        }
        var before = running.get();
        var after = Conversation.customerWrote(before, now);
        var added = addTo(after, message, now);
        if (added != null && after.state() != before.state()) {
            tellOfState(after, before.state());
        }
        return added;
    }

    /// Someone of the company wrote, but not through Parley. That answers nothing by itself: the
    /// conversation stays where it stands.
    @Nullable ConversationId outsideWrote(Address to, NewMessage message) {
        var conversation =
                conversations
                        .holdRunning(to)
                        .or(() -> conversations.latest(to))
                        .orElseGet(() -> wait(to, message));
        return addTo(conversation, message, clock.instant());
    }

    /// Something happened that only a conversation that is there already should show.
    void noted(Address from, NewMessage message) {
        conversations
                .holdRunning(from)
                .ifPresent(running -> addTo(running, message, clock.instant()));
    }

    void customerActed(Address from, Instant at) {
        conversations.actedAt(from, at);
    }

    private @Nullable ConversationId addTo(
            Conversation conversation, NewMessage message, Instant now) {
        if (!messages.add(message, conversation, lifetimes.closeAt(conversation, now))) {
            return null;
        }
        events.publishEvent(new ConversationChanged(conversation.id(), conversation.agent(), true));
        return conversation.id();
    }

    /// A message of a closed conversation that is delivered once more opens nothing.
    private boolean isHere(Address from, NewMessage message) {
        var mid = message.mid();
        return mid != null && !messages.byMids(from, List.of(mid)).isEmpty();
    }

    private Open open(Address from, NewMessage first) {
        var now = clock.instant();
        var open = new Open(start(from, State.OPEN, first.sentAt(), now), now);
        messages.tell(open, Note.OPENED, null, earlier(first));
        tellOfState(open, null);
        return open;
    }

    private Waiting wait(Address to, NewMessage first) {
        var now = clock.instant();
        return new Waiting(start(to, State.WAITING, first.sentAt(), now), null, now);
    }

    private Talk start(Address address, State state, Instant openedAt, Instant now) {
        var id = new ConversationId(Ids.next());
        var customer = customers.at(address);
        var closeAt = lifetimes.closeAtOfOpen(now);
        var number =
                conversations.start(
                        address, customer, id, new Start(state, now, openedAt, closeAt));
        return new Talk(id, number, address, customer, openedAt, openedAt, null);
    }

    private void tellOfState(Conversation conversation, @Nullable State before) {
        events.publishEvent(
                new StateChanged(
                        conversation.id(),
                        conversation.talk().address(),
                        before,
                        conversation.state()));
    }

    /// The line that says that a conversation was opened stands above what opened it.
    private static Instant earlier(NewMessage first) {
        return first.sentAt().minusMillis(1);
    }
}
