package dev.parley.outbox;

import dev.parley.channel.Content;
import dev.parley.conversation.Messages;
import java.time.Clock;
import org.springframework.stereotype.Component;

/// Sends one message.
@Component
class SendTask {
    private final Messages messages;
    private final OutgoingClaims claims;
    private final CourierCalls courierCalls;
    private final SendResults sendResults;
    private final Clock clock;

    SendTask(
            Messages messages,
            OutgoingClaims claims,
            CourierCalls courierCalls,
            SendResults sendResults,
            Clock clock) {
        this.messages = messages;
        this.claims = claims;
        this.courierCalls = courierCalls;
        this.sendResults = sendResults;
        this.clock = clock;
    }

    void send(Outgoing outgoing) {
        var message = messages.byId(outgoing.message()).orElseThrow();
        if (message.content() instanceof Content.Files) {
            claims.extend(outgoing, clock.instant());
        }
        sendResults.settle(outgoing, courierCalls.send(message));
    }
}
