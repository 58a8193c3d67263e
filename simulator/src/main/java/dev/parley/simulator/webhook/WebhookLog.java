package dev.parley.simulator.webhook;

import dev.parley.simulator.world.Page;
import dev.parley.simulator.world.Person;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/// The latest webhooks, oldest first.
final class WebhookLog {
    private static final int MOST = 20_000;

    private final SequencedMap<String, Delivery> deliveries = new LinkedHashMap<>();
    private long number;

    synchronized Delivery add(Page page, Person person, String field, byte[] body) {
        var delivery = new Delivery("wh-" + ++number, page, person, field, body);
        deliveries.put(delivery.id(), delivery);
        if (deliveries.size() > MOST) {
            deliveries.pollFirstEntry();
        }
        return delivery;
    }

    synchronized Optional<Delivery> find(String id) {
        return Optional.ofNullable(deliveries.get(id));
    }

    synchronized List<Delivery> all() {
        return List.copyOf(deliveries.values());
    }

    synchronized void clear() {
        deliveries.clear();
    }
}
