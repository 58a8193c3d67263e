package dev.parley.outbox;

import dev.parley.conversation.Conversations;
import dev.parley.conversation.Messages;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Looks up one message in its channel's message history.
@Component
class LookupTask {
    private final Messages messages;
    private final Conversations conversations;
    private final CourierCalls courierCalls;
    private final LookupResults lookupResults;
    private final Clock clock;

    LookupTask(
            Messages messages,
            Conversations conversations,
            CourierCalls courierCalls,
            LookupResults lookupResults,
            Clock clock) {
        this.messages = messages;
        this.conversations = conversations;
        this.courierCalls = courierCalls;
        this.lookupResults = lookupResults;
        this.clock = clock;
    }

    void lookUp(Outgoing outgoing) {
        var message = messages.byId(outgoing.message()).orElseThrow();
        var confirmed = ClaimedMessage.confirmedId(message);
        if (confirmed != null) {
            lookupResults.confirmed(outgoing, confirmed);
            return;
        }
        var conversation = conversations.byId(outgoing.conversation()).orElseThrow();
        var since = attempted(outgoing).minusSeconds(2);
        var lookup = courierCalls.lookUp(conversation, message, since);
        lookupResults.settle(outgoing, lookup, conversation);
    }

    private Instant attempted(Outgoing outgoing) {
        @Nullable Instant at = outgoing.attemptedAt();
        return at == null ? clock.instant() : at;
    }
}
