package dev.parley.outbox;

import java.time.Clock;
import org.springframework.stereotype.Component;

/// Sends pending reactions, one at a time for each endpoint.
@Component
class ReactionDispatch {
    private final ReactionClaims claims;
    private final ReactionAttempts attempts;
    private final EndpointWorkers reactionWorkers;
    private final Clock clock;

    ReactionDispatch(
            ReactionClaims claims,
            ReactionAttempts attempts,
            EndpointWorkers reactionWorkers,
            Clock clock) {
        this.claims = claims;
        this.attempts = attempts;
        this.reactionWorkers = reactionWorkers;
        this.clock = clock;
    }

    /// Starts sending one, for an endpoint without a running task; {@return false if there was
    /// none}
    ///
    /// @param afterwards is called when a thread is free again
    boolean sendOne(Runnable afterwards) {
        var claimed = claims.claim(reactionWorkers.busyEndpoints(), clock.instant());
        claimed.ifPresent(pending ->
                reactionWorkers.begin(
                        pending.endpoint(), () -> attempts.send(pending), afterwards));
        return claimed.isPresent();
    }
}
