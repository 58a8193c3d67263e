package dev.parley.simulator.webhook;

import dev.parley.simulator.world.App;
import dev.parley.simulator.world.Page;
import dev.parley.simulator.world.Resettable;
import dev.parley.simulator.world.StateChanged;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/// The two levels of subscription that Meta requires: the app's callback, and the app on the page.
/// Events are sent only with both.
@Component
public class Subscriptions implements Resettable {
    private final ApplicationEventPublisher events;

    private record Installed(String app, String page) {}

    private final Map<String, Callback> callbacks = new ConcurrentHashMap<>();
    private final Map<Installed, Set<String>> fields = new ConcurrentHashMap<>();

    Subscriptions(ApplicationEventPublisher events) {
        this.events = events;
    }

    @Override
    public void reset() {
        callbacks.clear();
        fields.clear();
    }

    public Optional<Callback> callback(App app) {
        return Optional.ofNullable(callbacks.get(app.id()));
    }

    public void register(App app, @Nullable Callback now) {
        callbacks.compute(app.id(), (_, _) -> now);
        events.publishEvent(StateChanged.state());
    }

    public Set<String> fields(App app, Page page) {
        return fields.getOrDefault(installed(app, page), Set.of());
    }

    public boolean isInstalled(App app, Page page) {
        return fields.containsKey(installed(app, page));
    }

    /// The fields replace the previous ones, as with Meta.
    public void install(App app, Page page, Set<String> now) {
        fields.put(installed(app, page), Set.copyOf(now));
        events.publishEvent(StateChanged.state());
    }

    public void remove(App app, Page page) {
        fields.remove(installed(app, page));
        events.publishEvent(StateChanged.state());
    }

    boolean isSubscribed(App app, Page page, String field) {
        return callback(app).filter(one -> one.fields().contains(field)).isPresent()
                && fields(app, page).contains(field);
    }

    private static Installed installed(App app, Page page) {
        return new Installed(app.id(), page.id());
    }
}
