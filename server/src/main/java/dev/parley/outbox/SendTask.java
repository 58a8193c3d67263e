package dev.parley.outbox;

import dev.parley.channel.Content;
import dev.parley.outbox.Courier.Outcome;
import java.time.Clock;
import org.springframework.stereotype.Component;

/// Sends one message.
@Component
class SendTask {
    private final OutgoingClaims claims;
    private final CourierCalls courierCalls;
    private final SendResults sendResults;
    private final AcceptedMessages acceptedMessages;
    private final Clock clock;

    SendTask(
            OutgoingClaims claims,
            CourierCalls courierCalls,
            SendResults sendResults,
            AcceptedMessages acceptedMessages,
            Clock clock) {
        this.claims = claims;
        this.courierCalls = courierCalls;
        this.sendResults = sendResults;
        this.acceptedMessages = acceptedMessages;
        this.clock = clock;
    }

    void send(ClaimedMessage claimed) {
        var outgoing = claimed.outgoing();
        if (claimed.message().content() instanceof Content.Files) {
            claims.extend(outgoing, clock.instant());
        }
        switch (outcome(claimed)) {
            case Outcome.Accepted(var id) -> acceptedMessages.store(outgoing, id);
            case Outcome other -> sendResults.settle(outgoing, other);
        }
    }

    private Outcome outcome(ClaimedMessage claimed) {
        var confirmed = ClaimedMessage.confirmedId(claimed.message());
        return confirmed == null ? courierCalls.send(claimed) : new Outcome.Accepted(confirmed);
    }
}
