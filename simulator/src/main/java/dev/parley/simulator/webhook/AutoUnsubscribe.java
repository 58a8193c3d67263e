package dev.parley.simulator.webhook;

import dev.parley.simulator.world.SimulatedClock;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/// Remembers since when a page's webhooks do nothing but fail. After an hour of that Meta takes the
/// app off the page.
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
    boolean succeeded(AppEvent notice) {
        return failingSince.remove(key(notice)) != null;
    }

    /// {@return whether that was once too often}
    boolean endsWithFailure(AppEvent notice) {
        var now = clock.instant();
        var since = failingSince.computeIfAbsent(key(notice), _ -> now);
        return !now.isBefore(since.plus(settings.disabledAfter()));
    }

    private static String key(AppEvent notice) {
        return notice.app().id() + " " + notice.page().id();
    }
}
