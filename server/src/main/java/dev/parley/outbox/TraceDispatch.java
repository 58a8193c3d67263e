package dev.parley.outbox;

import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;

/// Looks up messages with an unknown result in their channel's message history, by other threads
/// than those that send.
@Component
class TraceDispatch {
    private static final int CONCURRENCY = 1;

    private final OutgoingClaims claims;
    private final TraceAttempts attempts;
    private final EndpointWorkers traceWorkers;
    private final Clock clock;

    TraceDispatch(
            OutgoingClaims claims,
            TraceAttempts attempts,
            EndpointWorkers traceWorkers,
            Clock clock) {
        this.claims = claims;
        this.attempts = attempts;
        this.traceWorkers = traceWorkers;
        this.clock = clock;
    }

    /// Starts looking up unknown messages; {@return false if none was started}
    ///
    /// @param afterwards is called when a thread is free again
    boolean traceSome(Runnable afterwards) {
        var free = traceWorkers.free(List.of(), _ -> CONCURRENCY);
        var claimed = claims.toTrace(free, CONCURRENCY, clock.instant());
        claimed.forEach(
                one -> traceWorkers.begin(one.endpoint(), () -> attempts.trace(one), afterwards));
        return !claimed.isEmpty();
    }
}
