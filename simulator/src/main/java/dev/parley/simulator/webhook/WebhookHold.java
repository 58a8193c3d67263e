package dev.parley.simulator.webhook;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/// Holds webhooks while it is on.
final class WebhookHold {
    private final List<Delivery> held = new ArrayList<>();
    private boolean on;

    synchronized void begin() {
        on = true;
    }

    synchronized boolean isOn() {
        return on;
    }

    /// {@return false when webhooks are not held}
    synchronized boolean take(Delivery delivery) {
        if (on) {
            delivery.hold();
            held.add(delivery);
        }
        return on;
    }

    synchronized List<Delivery> end() {
        var all = List.copyOf(held);
        held.clear();
        on = false;
        return all;
    }

    /// {@return the held webhooks, repeated and ordered as requested}
    static List<Delivery> arrange(List<Delivery> held, WebhookRelease release) {
        var all = new ArrayList<Delivery>();
        for (var time = 0; time < release.times(); time++) {
            all.addAll(held);
        }
        switch (release.order()) {
            case AS_IS -> {}
            case REVERSED -> Collections.reverse(all);
            case SHUFFLED -> Collections.shuffle(all, new Random(release.seed()));
        }
        return all;
    }
}
