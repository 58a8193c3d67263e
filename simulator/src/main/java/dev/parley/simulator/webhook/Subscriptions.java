package dev.parley.simulator.webhook;

import dev.parley.simulator.world.Changed;
import dev.parley.simulator.world.Page;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/// The two levels of subscription that Meta wants: the app's callback, and the app on the page.
/// Events flow only with both.
@Component
public class Subscriptions {
    private final ApplicationEventPublisher events;
    private final AtomicReference<@Nullable Callback> callback = new AtomicReference<>();
    private final Map<String, Set<String>> fieldsOfPage = new ConcurrentHashMap<>();

    Subscriptions(ApplicationEventPublisher events) {
        this.events = events;
    }

    public void reset() {
        callback.set(null);
        fieldsOfPage.clear();
    }

    public Optional<Callback> callback() {
        return Optional.ofNullable(callback.get());
    }

    public void register(@Nullable Callback now) {
        callback.set(now);
        events.publishEvent(Changed.state());
    }

    public Set<String> fields(Page page) {
        return fieldsOfPage.getOrDefault(page.id(), Set.of());
    }

    public boolean installedOn(Page page) {
        return fieldsOfPage.containsKey(page.id());
    }

    /// The fields take the place of those before, as with Meta.
    public void install(Page page, Set<String> fields) {
        fieldsOfPage.put(page.id(), Set.copyOf(fields));
        events.publishEvent(Changed.state());
    }

    public void remove(Page page) {
        fieldsOfPage.remove(page.id());
        events.publishEvent(Changed.state());
    }

    boolean wants(Page page, String field) {
        return callback().filter(one -> one.fields().contains(field)).isPresent()
                && fields(page).contains(field);
    }
}
