package dev.parley.outbox;

import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;

/// Looks up messages with an unknown result in their channel's message history, by other threads
/// than those that send.
@Component
class LookupDispatch {
    private static final int CONCURRENCY = 1;

    private final OutgoingClaims claims;
    private final LookupAttempts attempts;
    private final EndpointWorkers lookupWorkers;
    private final Clock clock;

    LookupDispatch(
            OutgoingClaims claims,
            LookupAttempts attempts,
            EndpointWorkers lookupWorkers,
            Clock clock) {
        this.claims = claims;
        this.attempts = attempts;
        this.lookupWorkers = lookupWorkers;
        this.clock = clock;
    }

    /// Starts looking up unknown messages; {@return false if none was started}
    ///
    /// @param afterwards is called when a thread is free again
    boolean lookUpSome(Runnable afterwards) {
        var free = lookupWorkers.free(List.of(), _ -> CONCURRENCY);
        var claimed = claims.toLookUp(free, CONCURRENCY, clock.instant());
        claimed.forEach(
                one -> lookupWorkers.begin(one.endpoint(), () -> attempts.lookUp(one), afterwards));
        return !claimed.isEmpty();
    }
}
