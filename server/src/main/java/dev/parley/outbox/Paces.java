package dev.parley.outbox;

import dev.parley.outbox.Courier.Outcome;
import dev.parley.outbox.Pace.Load;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/// The pace of each page on this node. Nodes do not tell each other: what must hold for all of them
/// stands in [PageTroubles].
@Component
class Paces {
    private final OutboxSettings settings;
    private final Map<Sender, Pace> all = new ConcurrentHashMap<>();

    Paces(OutboxSettings settings) {
        this.settings = settings;
    }

    Set<Sender> known() {
        return Set.copyOf(all.keySet());
    }

    int hands(Sender sender, int hands, Instant now) {
        return of(sender).hands(hands, now);
    }

    Duration wait(Sender sender, Load load, Instant now) {
        return of(sender).wait(load, now);
    }

    void heed(Sender sender, int percent, Instant now) {
        of(sender).heed(percent, now);
    }

    void learn(Sender sender, Outcome outcome, Instant now) {
        of(sender).learn(outcome, now);
    }

    private Pace of(Sender sender) {
        return all.computeIfAbsent(sender, _ -> new Pace(settings));
    }
}
