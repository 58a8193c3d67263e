package dev.parley.outbox;

import dev.parley.conversation.Conversations;
import dev.parley.conversation.Messages;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Looks up one message in its channel's message history.
@Component
class TraceTask {
    private final Messages messages;
    private final Conversations conversations;
    private final CourierCalls courierCalls;
    private final TraceResults traceResults;
    private final Clock clock;

    TraceTask(
            Messages messages,
            Conversations conversations,
            CourierCalls courierCalls,
            TraceResults traceResults,
            Clock clock) {
        this.messages = messages;
        this.conversations = conversations;
        this.courierCalls = courierCalls;
        this.traceResults = traceResults;
        this.clock = clock;
    }

    void trace(Outgoing outgoing) {
        var message = messages.byId(outgoing.message()).orElseThrow();
        var conversation = conversations.byId(outgoing.conversation()).orElseThrow();
        var since = attempted(outgoing).minusSeconds(2);
        var trace = courierCalls.lookUp(conversation, message, since);
        traceResults.settle(outgoing, trace, conversation);
    }

    private Instant attempted(Outgoing outgoing) {
        @Nullable Instant at = outgoing.attemptedAt();
        return at == null ? clock.instant() : at;
    }
}
