package dev.parley.outbox;

import dev.parley.conversation.ControlledElsewhere;
import dev.parley.conversation.Conversation;
import dev.parley.conversation.ConversationChanged;
import dev.parley.conversation.Message;
import dev.parley.conversation.Message.Status;
import dev.parley.conversation.Messages;
import dev.parley.conversation.SendFailureChanged;
import dev.parley.outbox.Courier.Outcome;
import dev.parley.outbox.Courier.Trace;
import dev.parley.outbox.Outgoing.State;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Stores the results of attempts. Results of any but the latest attempt are ignored.
@Component
class SendResults {
    private static final Logger log = LoggerFactory.getLogger(SendResults.class);

    private final OutgoingRows rows;
    private final SendBlocks sendBlocks;
    private final Messages messages;
    private final ApplicationEventPublisher events;
    private final MeterRegistry meters;
    private final OutboxSettings settings;
    private final Clock clock;

    SendResults(
            OutgoingRows rows,
            SendBlocks sendBlocks,
            Messages messages,
            ApplicationEventPublisher events,
            MeterRegistry meters,
            OutboxSettings settings,
            Clock clock) {
        this.rows = rows;
        this.sendBlocks = sendBlocks;
        this.messages = messages;
        this.events = events;
        this.meters = meters;
        this.settings = settings;
        this.clock = clock;
    }

    @Transactional
    public void settle(Outgoing outgoing, Outcome outcome) {
        apply(outgoing, outcome);
        events.publishEvent(new ConversationChanged(outgoing.conversation(), null, false));
    }

    private void apply(Outgoing outgoing, Outcome outcome) {
        switch (outcome) {
            case Outcome.Accepted(var mid) -> sent(outgoing, mid);
            case Outcome.Refused refused -> refused(outgoing, refused);
            case Outcome.ControlledElsewhere held -> heldElsewhere(outgoing, held);
            case Outcome.Temporary notNow -> notNow(outgoing, notNow);
            case Outcome.EndpointPaused rest ->
                    held(outgoing, rest.cause(), endpointRests(outgoing, rest));
            case Outcome.EndpointStopped stop ->
                    held(outgoing, stop.cause(), endpointStops(outgoing, stop));
            case Outcome.Unreachable(var detail) -> held(outgoing, "network", detail);
            case Outcome.Unknown(var detail) -> unknown(outgoing, detail);
        }
    }

    /// Applies a look-up in the channel's message history: found, not found, or not yet known.
    @Transactional
    public void settle(Outgoing outgoing, Trace trace, Conversation conversation) {
        switch (trace) {
            case Trace.Seen seen -> seen(outgoing, seen, conversation);
            case Trace.CannotTell(var detail) -> traceAgain(outgoing, detail);
        }
        events.publishEvent(new ConversationChanged(outgoing.conversation(), null, false));
    }

    /// Stops the look-ups of whether it was sent; the agent decides.
    @Transactional
    public void stayUnknown(Outgoing outgoing, String detail) {
        if (rows.remove(outgoing, clock.instant())) {
            log.warn("Message {} remains unknown: {}", outgoing.message().value(), detail);
            messages.moved(outgoing.message(), Status.UNKNOWN, null, "unsettled");
            events.publishEvent(new ConversationChanged(outgoing.conversation(), null, false));
        }
    }

    private void sent(Outgoing outgoing, String mid) {
        rows.remove(outgoing, clock.instant());
        messages.moved(outgoing.message(), Status.SENT, mid, null);
    }

    private void refused(Outgoing outgoing, Outcome.Refused refused) {
        failed(outgoing, refused.cause(), refused.detail());
        if (refused.alerts() && sendBlocks.alerts(outgoing.endpoint(), refused, clock.instant())) {
            log.warn("Endpoint {}: {}", outgoing.endpoint().id(), refused.detail());
        }
    }

    /// The conversation is updated before the message, because conversations are locked first.
    private void heldElsewhere(Outgoing outgoing, Outcome.ControlledElsewhere held) {
        if (rows.remove(outgoing, clock.instant())) {
            events.publishEvent(new ControlledElsewhere(outgoing.conversation()));
            fail(outgoing, held.cause(), held.detail());
        }
    }

    private void failed(Outgoing outgoing, String cause, String detail) {
        if (rows.remove(outgoing, clock.instant())) {
            fail(outgoing, cause, detail);
        }
    }

    private void fail(Outgoing outgoing, String cause, String detail) {
        meters.counter(
                        "parley.outbox.failed",
                        EndpointTags.of(outgoing.endpoint()).and("cause", cause))
                .increment();
        log.warn("Message {} was refused: {}", outgoing.message().value(), detail);
        messages.moved(outgoing.message(), Status.FAILED, null, cause);
        events.publishEvent(new SendFailureChanged(outgoing.conversation(), true));
    }

    private void notNow(Outgoing outgoing, Outcome.Temporary notNow) {
        if (outgoing.attempts() >= notNow.tries()) {
            apply(outgoing, notNow.lastly());
        } else if (rows.reschedule(
                outgoing,
                State.QUEUED,
                clock.instant().plus(RetryBackoff.after(outgoing.attempts())))) {
            log.info("Message {} waits: {}", outgoing.message().value(), notNow.detail());
            messages.moved(outgoing.message(), Status.QUEUED, null, notNow.cause());
        }
    }

    /// A block of the whole endpoint is not caused by the message, which is due again as soon as
    /// its endpoint may send.
    private void held(Outgoing outgoing, String cause, String detail) {
        if (rows.rescheduleUncounted(outgoing, clock.instant())) {
            log.info("Message {} waits: {}", outgoing.message().value(), detail);
            messages.moved(outgoing.message(), Status.QUEUED, null, cause);
        }
    }

    private String endpointRests(Outgoing outgoing, Outcome.EndpointPaused rest) {
        if (sendBlocks.pause(outgoing.endpoint(), rest, clock.instant())) {
            log.warn("Endpoint {} is paused: {}", outgoing.endpoint().id(), rest.detail());
        }
        return rest.detail();
    }

    private String endpointStops(Outgoing outgoing, Outcome.EndpointStopped stop) {
        if (sendBlocks.stop(outgoing.endpoint(), stop, clock.instant())) {
            log.error("Endpoint {} is stopped: {}", outgoing.endpoint().id(), stop.detail());
        }
        return stop.detail();
    }

    private void unknown(Outgoing outgoing, String detail) {
        var at = clock.instant().plus(settings.firstTrace());
        if (rows.reschedule(outgoing, State.UNKNOWN, at)) {
            log.info("Message {} may have been sent: {}", outgoing.message().value(), detail);
            messages.moved(outgoing.message(), Status.UNKNOWN, null, "unsettled");
            events.publishEvent(new SendFailureChanged(outgoing.conversation(), false));
        }
    }

    /// A message whose mid is already stored is another one, and can be ruled out even without
    /// details.
    private void seen(Outgoing outgoing, Trace.Seen seen, Conversation conversation) {
        var same = unknown(seen.mids(), conversation);
        if (!same.isEmpty()) {
            sent(outgoing, same.getFirst());
            events.publishEvent(new SendFailureChanged(outgoing.conversation(), false));
        } else if (unknown(seen.bare(), conversation).isEmpty()) {
            absent(outgoing);
        } else {
            traceAgain(outgoing, "The message history has entries without details");
        }
    }

    private List<String> unknown(List<String> mids, Conversation conversation) {
        var known =
                messages.byMids(conversation.talk().address(), mids).stream()
                        .map(Message::mid)
                        .toList();
        return mids.stream().filter(mid -> !known.contains(mid)).toList();
    }

    /// A missing entry in the history proves something only after the channel had time to write it.
    private void absent(Outgoing outgoing) {
        var now = clock.instant();
        var trusted = attempted(outgoing, now).plus(settings.trustAbsence());
        if (now.isBefore(trusted)) {
            rows.reschedule(outgoing, State.UNKNOWN, trusted);
        } else if (outgoing.attempts() >= settings.tries()) {
            failed(outgoing, "temporary", "It was lost repeatedly during sending");
        } else if (rows.reschedule(outgoing, State.QUEUED, now)) {
            messages.moved(outgoing.message(), Status.QUEUED, null, null);
            events.publishEvent(new SendFailureChanged(outgoing.conversation(), false));
        }
    }

    private void traceAgain(Outgoing outgoing, String detail) {
        var now = clock.instant();
        if (outgoing.traced() < settings.traces()) {
            rows.reschedule(outgoing, State.UNKNOWN, now.plus(settings.trustAbsence()));
        } else if (rows.remove(outgoing, now)) {
            log.warn("Message {} remains unknown: {}", outgoing.message().value(), detail);
            messages.moved(outgoing.message(), Status.UNKNOWN, null, "unsettled");
        }
    }

    private static Instant attempted(Outgoing outgoing, Instant now) {
        var at = outgoing.attemptedAt();
        return at == null ? now : at;
    }
}
