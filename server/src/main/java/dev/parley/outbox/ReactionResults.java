package dev.parley.outbox;

import dev.parley.channel.FailureCause;
import dev.parley.conversation.ConversationChanged;
import dev.parley.conversation.ConversationId;
import dev.parley.outbox.Courier.Outcome;
import dev.parley.outbox.ReactionRows.PendingReaction;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/// Stores the results of attempts at reactions. An attempt that failed temporarily is repeated.
@Component
class ReactionResults {
    private static final Logger log = LoggerFactory.getLogger(ReactionResults.class);

    private final ReactionRows rows;
    private final SendBlocks sendBlocks;
    private final ApplicationEventPublisher events;
    private final OutboxSettings settings;
    private final Clock clock;

    ReactionResults(
            ReactionRows rows,
            SendBlocks sendBlocks,
            ApplicationEventPublisher events,
            OutboxSettings settings,
            Clock clock) {
        this.rows = rows;
        this.sendBlocks = sendBlocks;
        this.events = events;
        this.settings = settings;
        this.clock = clock;
    }

    void settle(PendingReaction pending, Outcome outcome, ConversationId conversation) {
        switch (outcome) {
            case Outcome.Accepted _ -> rows.given(pending, clock.instant());
            case Outcome.Refused refused -> failed(pending, refused.cause(), refused.detail());
            case Outcome.ControlledElsewhere elsewhere ->
                    failed(pending, elsewhere.cause(), elsewhere.detail());
            case Outcome.Temporary notNow -> again(pending, notNow.cause(), notNow.detail());
            case Outcome.EndpointPaused rest -> {
                sendBlocks.pause(pending.endpoint(), rest, clock.instant());
                postponed(pending, rest.cause());
            }
            case Outcome.EndpointStopped stop -> {
                sendBlocks.stop(pending.endpoint(), stop, clock.instant());
                postponed(pending, stop.cause());
            }
            case Outcome.Unreachable(var detail) -> again(pending, FailureCause.NETWORK, detail);
            case Outcome.Unknown(var detail) -> again(pending, FailureCause.NETWORK, detail);
        }
        events.publishEvent(new ConversationChanged(conversation, null, false));
    }

    void failed(PendingReaction pending, String cause, String detail) {
        log.warn("The reaction to {} was refused: {}", pending.message().value(), detail);
        rows.failed(pending, cause, clock.instant());
    }

    /// Makes it due again as soon as its endpoint may send.
    private void postponed(PendingReaction pending, String cause) {
        var now = clock.instant();
        rows.comeBack(pending, now, cause, now);
    }

    private void again(PendingReaction pending, String cause, String detail) {
        if (pending.attempts() >= settings.maxAttempts()) {
            failed(pending, cause, detail);
            return;
        }
        var now = clock.instant();
        rows.comeBack(pending, now.plus(RetryBackoff.after(pending.attempts())), cause, now);
    }
}
