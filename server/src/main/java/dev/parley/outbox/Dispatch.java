package dev.parley.outbox;

import dev.parley.conversation.ConversationChanged;
import dev.parley.conversation.Message.Status;
import dev.parley.conversation.Messages;
import dev.parley.outbox.OutgoingRows.Span;
import dev.parley.platform.Installation;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Sends what is owed: one message at a time per conversation, many conversations at once, each
/// page with hands of its own. What is unknown is looked up, by other hands.
///
/// That an attempt begins is on disk before the channel hears of it, so that a crash leaves a
/// message *unknown*, never a second copy. What is unknown is looked up before it is sent again.
@Component
class Dispatch {
    private static final int TRACING_HANDS = 1;

    private final OutgoingRows rows;
    private final Errands errands;
    private final Paces paces;
    private final Messages messages;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;
    private final OutboxSettings settings;
    private final Clock clock;
    private final Hands senders;
    private final Hands tracers;
    private final Installation installation;

    Dispatch(
            OutgoingRows rows,
            Errands errands,
            Paces paces,
            Messages messages,
            TransactionTemplate transaction,
            ApplicationEventPublisher events,
            OutboxSettings settings,
            Clock clock,
            Hands senders,
            Hands tracers,
            Installation installation) {
        this.rows = rows;
        this.errands = errands;
        this.paces = paces;
        this.messages = messages;
        this.transaction = transaction;
        this.events = events;
        this.settings = settings;
        this.clock = clock;
        this.senders = senders;
        this.tracers = tracers;
        this.installation = installation;
    }

    /// Begins to send what is due, as far as each page has hands free; {@return false if nothing
    /// was begun}
    ///
    /// @param afterwards is told when a hand is free again
    boolean sendSome(Runnable afterwards) {
        if (installation.isQuiet()) {
            return false;
        }
        var now = clock.instant();
        var free = senders.free(paces.known(), one -> paces.hands(one, settings.hands(), now));
        var claimed =
                claim(Status.SENDING, () -> rows.claimToSend(free, settings.hands(), span(now)));
        claimed.forEach(one -> senders.begin(one.sender(), () -> errands.send(one), afterwards));
        return !claimed.isEmpty();
    }

    /// Begins to look for what is unknown; {@return false if nothing was begun}
    boolean traceSome(Runnable afterwards) {
        if (installation.isQuiet()) {
            return false;
        }
        var now = clock.instant();
        var free = tracers.free(List.of(), _ -> TRACING_HANDS);
        var claimed =
                claim(Status.UNKNOWN, () -> rows.claimToTrace(free, TRACING_HANDS, span(now)));
        claimed.forEach(one -> tracers.begin(one.sender(), () -> errands.trace(one), afterwards));
        return !claimed.isEmpty();
    }

    private List<Outgoing> claim(Status status, Supplier<List<Outgoing>> look) {
        return Objects.requireNonNull(
                transaction.execute(_ -> {
                    var claimed = look.get();
                    if (!claimed.isEmpty()) {
                        messages.begun(claimed.stream().map(Outgoing::message).toList(), status);
                        claimed.forEach(one ->
                                events.publishEvent(
                                        new ConversationChanged(one.conversation(), null, false)));
                    }
                    return claimed;
                }));
    }

    private Span span(Instant now) {
        return new Span(now, now.plus(settings.lease()));
    }
}
