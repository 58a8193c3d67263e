package dev.parley.outbox;

import dev.parley.outbox.Courier.Outcome;
import dev.parley.outbox.SendLimits.Load;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/// The pace of each page on this node. Nodes do not tell each other: what must hold for all of them
/// stands in [SendBlocks].
@Component
class SendLimitsByEndpoint {
    private final OutboxSettings settings;
    private final Map<SendingEndpoint, SendLimits> all = new ConcurrentHashMap<>();

    SendLimitsByEndpoint(OutboxSettings settings) {
        this.settings = settings;
    }

    Set<SendingEndpoint> known() {
        return Set.copyOf(all.keySet());
    }

    int hands(SendingEndpoint sender, int hands, Instant now) {
        return of(sender).hands(hands, now);
    }

    Duration wait(SendingEndpoint sender, Load load, Instant now) {
        return of(sender).wait(load, now);
    }

    void heed(SendingEndpoint sender, int percent, Instant now) {
        of(sender).heed(percent, now);
    }

    void learn(SendingEndpoint sender, Outcome outcome, Instant now) {
        of(sender).learn(outcome, now);
    }

    private SendLimits of(SendingEndpoint sender) {
        return all.computeIfAbsent(sender, _ -> new SendLimits(settings));
    }
}
