package dev.parley.outbox;

import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;

/// Sends pending messages: one at a time per conversation, many conversations at once, each
/// endpoint with threads of its own.
///
/// The start of an attempt is on disk before the request is sent to the channel, so that a crash
/// leaves a message *unknown*, never a second copy. An unknown message is looked up before it is
/// sent again: see [LookupDispatch].
@Component
class OutboxDispatch {
    /// A claim is a query across all endpoints. At a high rate, more messages share one.
    private final ClaimInterval interval = new ClaimInterval(Duration.ofMillis(20));

    private final OutgoingClaims claims;
    private final ClaimedMessages claimedMessages;
    private final SendAttempts attempts;
    private final SendLimitsByEndpoint sendLimitsByEndpoint;
    private final EndpointWorkers sendWorkers;
    private final Clock clock;

    OutboxDispatch(
            OutgoingClaims claims,
            ClaimedMessages claimedMessages,
            SendAttempts attempts,
            SendLimitsByEndpoint sendLimitsByEndpoint,
            EndpointWorkers sendWorkers,
            Clock clock) {
        this.claims = claims;
        this.claimedMessages = claimedMessages;
        this.attempts = attempts;
        this.sendLimitsByEndpoint = sendLimitsByEndpoint;
        this.sendWorkers = sendWorkers;
        this.clock = clock;
    }

    /// Starts sending due messages, as far as each endpoint has free threads; {@return false if
    /// none was started}
    ///
    /// @param afterwards is called when a thread is free again
    boolean sendSome(Runnable afterwards) {
        interval.await();
        var now = clock.instant();
        var free =
                sendWorkers.free(
                        sendLimitsByEndpoint.known(),
                        one -> sendLimitsByEndpoint.concurrency(one, now));
        var claimed = claims.toSend(free, now);
        var read = claimedMessages.tryRead(claimed);
        claimed.forEach(one ->
                sendWorkers.begin(
                        one.endpoint(), () -> attempts.send(one, read.get(one)), afterwards));
        return !claimed.isEmpty();
    }
}
