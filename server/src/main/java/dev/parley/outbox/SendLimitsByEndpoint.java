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

/// The send limits of each endpoint on this node. Nodes do not share them: what must apply to all
/// nodes is in [SendBlocks].
@Component
class SendLimitsByEndpoint {
    private final Channels channels;
    private final OutboxSettings settings;
    private final Map<Endpoint, SendLimits> all = new ConcurrentHashMap<>();

    SendLimitsByEndpoint(Channels channels, OutboxSettings settings) {
        this.channels = channels;
        this.settings = settings;
    }

    Set<Endpoint> known() {
        return Set.copyOf(all.keySet());
    }

    int concurrency(Endpoint endpoint, Instant now) {
        return of(endpoint).concurrency(settings.concurrency(), now);
    }

    Duration wait(Endpoint endpoint, Load load, Instant now) {
        return of(endpoint).wait(load, now);
    }

    void applyUsage(Endpoint endpoint, int percent, Instant now) {
        of(endpoint).applyUsage(percent, now);
    }

    void record(Endpoint endpoint, Load load, Outcome outcome, Duration took, Instant now) {
        of(endpoint).record(load, outcome, took, now);
    }

    private SendLimits of(Endpoint endpoint) {
        return all.computeIfAbsent(
                endpoint, one -> new SendLimits(channels.rulesOf(one.channel()).sendRate()));
    }
}
