package dev.parley.outbox;

import dev.parley.channel.FailureCause;
import dev.parley.conversation.ConversationChanged;
import dev.parley.outbox.Courier.Outcome;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Stores the results of attempts to send. Results of any but the latest attempt are ignored.
@Component
class SendResults {
    private static final Logger log = LoggerFactory.getLogger(SendResults.class);

    private final SendStatus status;
    private final SendBlocks sendBlocks;
    private final ApplicationEventPublisher events;
    private final OutboxSettings settings;
    private final Clock clock;

    SendResults(
            SendStatus status,
            SendBlocks sendBlocks,
            ApplicationEventPublisher events,
            OutboxSettings settings,
            Clock clock) {
        this.status = status;
        this.sendBlocks = sendBlocks;
        this.events = events;
        this.settings = settings;
        this.clock = clock;
    }

    @Transactional
    public void settle(Outgoing outgoing, Outcome outcome) {
        apply(outgoing, outcome);
        events.publishEvent(new ConversationChanged(outgoing.conversation(), null, false));
    }

    /// Stores that the channel accepted these messages, apart from those in whose conversations
    /// another transaction is at work: for them, nothing is done. {@return those that are stored}
    ///
    /// @param channelMessageIds the channel's id of each
    @Transactional
    public Set<Outgoing> accepted(Map<Outgoing, String> channelMessageIds) {
        var stored = status.sent(channelMessageIds);
        stored.forEach(one ->
                events.publishEvent(new ConversationChanged(one.conversation(), null, false)));
        return stored;
    }

    private void apply(Outgoing outgoing, Outcome outcome) {
        switch (outcome) {
            case Outcome.Accepted(var channelMessageId) -> status.sent(outgoing, channelMessageId);
            case Outcome.Refused refused -> refused(outgoing, refused);
            case Outcome.ControlledElsewhere elsewhere ->
                    status.controlledElsewhere(outgoing, elsewhere.cause(), elsewhere.detail());
            case Outcome.Temporary notNow -> notNow(outgoing, notNow);
            case Outcome.EndpointPaused rest -> endpointPaused(outgoing, rest);
            case Outcome.EndpointStopped stop -> endpointStops(outgoing, stop);
            case Outcome.Unreachable(var detail) ->
                    status.postponed(outgoing, FailureCause.NETWORK, detail);
            case Outcome.Unknown(var detail) ->
                    status.unknown(outgoing, clock.instant().plus(settings.firstLookUp()), detail);
        }
    }

    private void refused(Outgoing outgoing, Outcome.Refused refused) {
        status.failed(outgoing, refused.cause(), refused.detail());
        if (refused.alerts() && sendBlocks.alerts(outgoing.endpoint(), refused, clock.instant())) {
            log.warn("Endpoint {}: {}", outgoing.endpoint().id(), refused.detail());
        }
    }

    private void notNow(Outgoing outgoing, Outcome.Temporary notNow) {
        if (outgoing.attempts() >= notNow.tries()) {
            apply(outgoing, notNow.lastly());
        } else {
            var at = clock.instant().plus(RetryBackoff.after(outgoing.attempts()));
            status.sendAgain(outgoing, at, notNow.cause(), notNow.detail());
        }
    }

    private void endpointPaused(Outgoing outgoing, Outcome.EndpointPaused rest) {
        if (sendBlocks.pause(outgoing.endpoint(), rest, clock.instant())) {
            log.warn("Endpoint {} is paused: {}", outgoing.endpoint().id(), rest.detail());
        }
        status.postponed(outgoing, rest.cause(), rest.detail());
    }

    private void endpointStops(Outgoing outgoing, Outcome.EndpointStopped stop) {
        if (sendBlocks.stop(outgoing.endpoint(), stop, clock.instant())) {
            log.error("Endpoint {} is stopped: {}", outgoing.endpoint().id(), stop.detail());
        }
        status.postponed(outgoing, stop.cause(), stop.detail());
    }
}
