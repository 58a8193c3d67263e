package dev.parley.outbox;

import dev.parley.conversation.Conversation;
import dev.parley.conversation.ConversationChanged;
import dev.parley.conversation.HeldElsewhere;
import dev.parley.conversation.Message;
import dev.parley.conversation.Message.Status;
import dev.parley.conversation.Messages;
import dev.parley.outbox.Courier.Outcome;
import dev.parley.outbox.Courier.Trace;
import dev.parley.outbox.Outgoing.State;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Writes down how an attempt went. Who is not at the latest attempt any more has nothing to say.
@Component
class Settlement {
    private static final Logger log = LoggerFactory.getLogger(Settlement.class);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);
    private static final int TRACES = 6;

    private final OutgoingRows rows;
    private final Messages messages;
    private final ApplicationEventPublisher events;
    private final OutboxSettings settings;
    private final Clock clock;
    private final Instant began;

    Settlement(
            OutgoingRows rows,
            Messages messages,
            ApplicationEventPublisher events,
            OutboxSettings settings,
            Clock clock) {
        this.rows = rows;
        this.messages = messages;
        this.events = events;
        this.settings = settings;
        this.clock = clock;
        this.began = clock.instant();
    }

    @Transactional
    public void settle(Outgoing outgoing, Outcome outcome) {
        switch (outcome) {
            case Outcome.Taken(var mid) -> sent(outgoing, mid);
            case Outcome.Refused(var cause, var detail) -> refused(outgoing, cause, detail);
            case Outcome.Later later -> later(outgoing, later);
            case Outcome.Unknown(var detail) -> unknown(outgoing, detail);
        }
        events.publishEvent(new ConversationChanged(outgoing.conversation(), null, false));
    }

    /// What the channel's record shows decides: there, not there, or not to be known yet.
    @Transactional
    public void settle(Outgoing outgoing, Trace trace, Conversation conversation) {
        switch (trace) {
            case Trace.Seen seen -> seen(outgoing, seen, conversation);
            case Trace.CannotTell(var detail) -> traceAgain(outgoing, detail);
        }
        events.publishEvent(new ConversationChanged(outgoing.conversation(), null, false));
    }

    private void sent(Outgoing outgoing, String mid) {
        rows.settle(outgoing);
        messages.moved(outgoing.message(), Status.SENT, mid, null);
    }

    private void refused(Outgoing outgoing, String cause, String detail) {
        if (rows.settle(outgoing)) {
            log.warn("Message {} was refused: {}", outgoing.message().value(), detail);
            if (cause.equals("thread")) {
                events.publishEvent(new HeldElsewhere(outgoing.conversation()));
            }
            messages.moved(outgoing.message(), Status.FAILED, null, cause);
        }
    }

    private void later(Outgoing outgoing, Outcome.Later later) {
        if (!later.wholePage() && outgoing.attempts() >= settings.tries()) {
            refused(outgoing, later.cause(), later.detail());
            return;
        }
        var at = clock.instant().plus(pause(outgoing, later.after()));
        if (comesBack(outgoing, later, at)) {
            log.info("Message {} waits: {}", outgoing.message().value(), later.detail());
            messages.moved(outgoing.message(), Status.QUEUED, null, later.cause());
        }
    }

    /// What keeps a whole page from sending is no fault of the message's.
    private boolean comesBack(Outgoing outgoing, Outcome.Later later, Instant at) {
        if (!later.wholePage()) {
            return rows.comeBack(outgoing, State.QUEUED, at);
        }
        rows.pausePageOf(outgoing, at, later.cause());
        return rows.comeBackUncounted(outgoing, at);
    }

    private void unknown(Outgoing outgoing, String detail) {
        var at = clock.instant().plus(settings.firstTrace());
        if (rows.comeBack(outgoing, State.UNKNOWN, at)) {
            log.info("Message {} may have arrived: {}", outgoing.message().value(), detail);
            messages.moved(outgoing.message(), Status.UNKNOWN, null, "unsettled");
        }
    }

    /// A message whose mid is known already is another one. What is known to be another needs no
    /// details to be ruled out.
    private void seen(Outgoing outgoing, Trace.Seen seen, Conversation conversation) {
        var same = unknown(seen.mids(), conversation);
        if (!same.isEmpty()) {
            sent(outgoing, same.getFirst());
        } else if (unknown(seen.bare(), conversation).isEmpty()) {
            absent(outgoing);
        } else {
            traceAgain(outgoing, "The record has messages without details");
        }
    }

    private List<String> unknown(List<String> mids, Conversation conversation) {
        var known =
                messages.byMids(conversation.talk().address(), mids).stream()
                        .map(Message::mid)
                        .toList();
        return mids.stream().filter(mid -> !known.contains(mid)).toList();
    }

    /// The record's silence proves something only when the channel has had the time to write.
    private void absent(Outgoing outgoing) {
        var now = clock.instant();
        var trusted = attempted(outgoing, now).plus(settings.trustAbsence());
        if (now.isBefore(trusted)) {
            rows.comeBack(outgoing, State.UNKNOWN, trusted);
        } else if (rows.comeBack(outgoing, State.QUEUED, now)) {
            messages.moved(outgoing.message(), Status.QUEUED, null, null);
        }
    }

    /// After a long time away, what came meanwhile may have to be handled first.
    private void traceAgain(Outgoing outgoing, String detail) {
        var now = clock.instant();
        var waited = Duration.between(latest(attempted(outgoing, now), began), now);
        if (waited.compareTo(settings.trustAbsence().multipliedBy(TRACES)) < 0) {
            rows.comeBack(outgoing, State.UNKNOWN, now.plus(settings.trustAbsence()));
        } else if (rows.settle(outgoing)) {
            log.warn("Message {} stays unknown: {}", outgoing.message().value(), detail);
            messages.moved(outgoing.message(), Status.UNKNOWN, null, "unsettled");
        }
    }

    private static Instant latest(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Instant attempted(Outgoing outgoing, Instant now) {
        var at = outgoing.attemptedAt();
        return at == null ? now : at;
    }

    private static Duration pause(Outgoing outgoing, @Nullable Duration asked) {
        if (asked != null) {
            return asked;
        }
        var seconds = Math.min(1L << Math.min(outgoing.attempts(), 10), LONGEST_PAUSE.toSeconds());
        return Duration.ofMillis(
                seconds * 1000 + ThreadLocalRandom.current().nextLong(seconds * 250 + 1));
    }
}
