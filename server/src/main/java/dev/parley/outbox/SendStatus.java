package dev.parley.outbox;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import dev.parley.conversation.ControlledElsewhere;
import dev.parley.conversation.Conversations;
import dev.parley.conversation.Message.Status;
import dev.parley.conversation.MessageStatuses;
import dev.parley.conversation.SendFailureChanged;
import dev.parley.outbox.Outgoing.State;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/// Changes the outbox and the status of the message that people see, both in one step. Does nothing
/// if a later attempt has begun since. Locks the message before the outbox's row and lane, as
/// everybody does.
@Component
class SendStatus {
    private static final Logger log = LoggerFactory.getLogger(SendStatus.class);

    private final OutgoingRows rows;
    private final MessageStatuses messageStatuses;
    private final Conversations conversations;
    private final ApplicationEventPublisher events;
    private final MeterRegistry meters;
    private final Clock clock;

    SendStatus(
            OutgoingRows rows,
            MessageStatuses messageStatuses,
            Conversations conversations,
            ApplicationEventPublisher events,
            MeterRegistry meters,
            Clock clock) {
        this.rows = rows;
        this.messageStatuses = messageStatuses;
        this.conversations = conversations;
        this.events = events;
        this.meters = meters;
        this.clock = clock;
    }

    /// The channel has accepted it, whichever attempt it was.
    void sent(Outgoing outgoing, String channelMessageId) {
        messageStatuses.update(outgoing.message(), Status.SENT, channelMessageId, null);
        rows.remove(outgoing, clock.instant());
    }

    /// The channel has accepted these, whichever attempts they were. Waits for no lock, so that
    /// sets of messages cannot deadlock. {@return those that are stored; of the others, the
    /// outbox's row or the message was locked}
    Set<Outgoing> sent(Map<Outgoing, String> channelMessageIds) {
        var moved =
                messageStatuses.sent(
                        channelMessageIds.entrySet().stream()
                                .collect(
                                        toMap(one -> one.getKey().message(), Map.Entry::getValue)));
        var free =
                rows.tryHoldLanes(
                        channelMessageIds.keySet().stream()
                                .filter(one -> moved.contains(one.message()))
                                .toList());
        var stored =
                channelMessageIds.keySet().stream()
                        .filter(one -> free.contains(one.message()))
                        .collect(toSet());
        rows.removeAll(stored, clock.instant());
        return stored;
    }

    void failed(Outgoing outgoing, String cause, String detail) {
        if (remove(outgoing)) {
            fail(outgoing, cause, detail);
        }
    }

    /// It failed because another app controls the conversation, which is locked before the message.
    void controlledElsewhere(Outgoing outgoing, String cause, String detail) {
        conversations.lock(outgoing.conversation());
        if (remove(outgoing)) {
            events.publishEvent(new ControlledElsewhere(outgoing.conversation()));
            fail(outgoing, cause, detail);
        }
    }

    private void fail(Outgoing outgoing, String cause, String detail) {
        meters.counter(
                        "parley.outbox.failed",
                        EndpointTags.of(outgoing.endpoint()).and("cause", cause))
                .increment();
        log.warn("Message {} was refused: {}", outgoing.message().value(), detail);
        messageStatuses.update(outgoing.message(), Status.FAILED, null, cause);
        events.publishEvent(new SendFailureChanged(outgoing.conversation(), true));
    }

    /// It is sent again after an attempt that failed temporarily.
    void sendAgain(Outgoing outgoing, Instant at, String cause, String detail) {
        if (reschedule(outgoing, State.QUEUED, at)) {
            waits(outgoing, cause, detail);
        }
    }

    /// It is sent as soon as its endpoint may send; the attempt does not count, because the message
    /// did not cause the problem.
    void postponed(Outgoing outgoing, String cause, String detail) {
        messageStatuses.lock(outgoing.message());
        if (rows.rescheduleUncounted(outgoing, clock.instant())) {
            waits(outgoing, cause, detail);
        }
    }

    private void waits(Outgoing outgoing, String cause, String detail) {
        log.info("Message {} waits: {}", outgoing.message().value(), detail);
        messageStatuses.update(outgoing.message(), Status.QUEUED, null, cause);
    }

    /// It may have been sent, and is looked up.
    void unknown(Outgoing outgoing, Instant lookUpAt, String detail) {
        if (reschedule(outgoing, State.UNKNOWN, lookUpAt)) {
            log.info("Message {} may have been sent: {}", outgoing.message().value(), detail);
            messageStatuses.update(outgoing.message(), Status.UNKNOWN, null, "unsettled");
            events.publishEvent(new SendFailureChanged(outgoing.conversation(), false));
        }
    }

    void lookUpAgain(Outgoing outgoing, Instant at) {
        rows.reschedule(outgoing, State.UNKNOWN, at);
    }

    /// A look-up found it in the channel's message history.
    void found(Outgoing outgoing, String channelMessageId) {
        sent(outgoing, channelMessageId);
        events.publishEvent(new SendFailureChanged(outgoing.conversation(), false));
    }

    /// A look-up showed that it was not sent, and it is sent again.
    void notFound(Outgoing outgoing) {
        if (reschedule(outgoing, State.QUEUED, clock.instant())) {
            messageStatuses.update(outgoing.message(), Status.QUEUED, null, null);
            events.publishEvent(new SendFailureChanged(outgoing.conversation(), false));
        }
    }

    /// It is not looked up any more; the agent decides. {@return false if nothing was done}
    boolean remainsUnknown(Outgoing outgoing, String detail) {
        var removed = remove(outgoing);
        if (removed) {
            log.warn("Message {} remains unknown: {}", outgoing.message().value(), detail);
            messageStatuses.update(outgoing.message(), Status.UNKNOWN, null, "unsettled");
        }
        return removed;
    }

    private boolean remove(Outgoing outgoing) {
        messageStatuses.lock(outgoing.message());
        return rows.remove(outgoing, clock.instant());
    }

    private boolean reschedule(Outgoing outgoing, State state, Instant at) {
        messageStatuses.lock(outgoing.message());
        return rows.reschedule(outgoing, state, at);
    }
}
