package dev.parley.simulator.webhook;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/// The latest webhooks, oldest first.
final class WebhookLog {
    private static final int MOST = 20_000;

    private final LinkedHashMap<String, Delivery> deliveries = new LinkedHashMap<>();
    private long number;

    synchronized Delivery add(List<AppEvent> appEvents, byte[] body) {
        var delivery = new Delivery("wh-" + ++number, appEvents, body);
        deliveries.put(delivery.id(), delivery);
        if (deliveries.size() > MOST) {
            deliveries.pollFirstEntry();
        }
        return delivery;
    }

    synchronized Optional<Delivery> find(String id) {
        return Optional.ofNullable(deliveries.get(id));
    }

    synchronized Optional<Delivery> echoOf(String mid) {
        return deliveries.reversed().values().stream()
                .filter(one -> one.appEvents().stream().anyMatch(event -> event.isEchoOf(mid)))
                .findFirst();
    }

    synchronized List<Delivery> all() {
        return List.copyOf(deliveries.values());
    }

    synchronized void clear() {
        deliveries.clear();
    }
}
