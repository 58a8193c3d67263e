package dev.parley.simulator.webhook;

import dev.parley.simulator.world.SimulatedClock;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/// Tracks since when all webhooks of a page have failed. After an hour of failures, Meta
/// unsubscribes the app from the page.
@Component
class AutoUnsubscribe {
    private final Map<String, Instant> failingSince = new ConcurrentHashMap<>();
    private final SimulatedClock clock;
    private final WebhookSettings settings;

    AutoUnsubscribe(SimulatedClock clock, WebhookSettings settings) {
        this.clock = clock;
        this.settings = settings;
    }

    void reset() {
        failingSince.clear();
    }

    /// {@return whether it had failed before}
    boolean succeeded(AppEvent appEvent) {
        return failingSince.remove(key(appEvent)) != null;
    }

    /// {@return whether the app must be unsubscribed}
    boolean failedTooLong(AppEvent appEvent) {
        var now = clock.instant();
        var since = failingSince.computeIfAbsent(key(appEvent), _ -> now);
        return !now.isBefore(since.plus(settings.disabledAfter()));
    }

    private static String key(AppEvent appEvent) {
        return appEvent.app().id() + " " + appEvent.page().id();
    }
}
