package dev.parley.outbox;

import dev.parley.channel.Channels;
import dev.parley.channel.Endpoint;
import dev.parley.outbox.Courier.Outcome;
import dev.parley.outbox.SendLimits.Load;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/// The pace of each endpoint on this node. Nodes do not tell each other: what must hold for all of
/// them stands in [SendBlocks].
@Component
class SendLimitsByEndpoint {
    private final Channels channels;
    private final Map<Endpoint, SendLimits> all = new ConcurrentHashMap<>();

    SendLimitsByEndpoint(Channels channels) {
        this.channels = channels;
    }

    Set<Endpoint> known() {
        return Set.copyOf(all.keySet());
    }

    int hands(Endpoint sender, int hands, Instant now) {
        return of(sender).hands(hands, now);
    }

    Duration wait(Endpoint sender, Load load, Instant now) {
        return of(sender).wait(load, now);
    }

    void heed(Endpoint sender, int percent, Instant now) {
        of(sender).heed(percent, now);
    }

    void learn(Endpoint sender, Outcome outcome, Instant now) {
        of(sender).learn(outcome, now);
    }

    private SendLimits of(Endpoint sender) {
        return all.computeIfAbsent(
                sender, one -> new SendLimits(channels.rulesOf(one.channel()).sendRate()));
    }
}
