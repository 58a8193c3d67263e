package dev.parley.simulator.graph.page;

import dev.parley.simulator.world.Page;
import dev.parley.simulator.world.Resettable;
import dev.parley.simulator.world.StateChanged;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/// The Messenger profiles of pages: greeting, menu, Get Started and so on.
@Component
public class MessengerProfiles implements Resettable {
    private final Map<String, Map<String, JsonNode>> profiles = new ConcurrentHashMap<>();
    private final ApplicationEventPublisher events;

    MessengerProfiles(ApplicationEventPublisher events) {
        this.events = events;
    }

    @Override
    public void reset() {
        profiles.clear();
    }

    public Map<String, JsonNode> of(Page page) {
        return profiles.getOrDefault(page.id(), Map.of());
    }

    void set(Page page, Map<String, JsonNode> changes) {
        var all = new LinkedHashMap<>(of(page));
        all.putAll(changes);
        put(page, all);
    }

    void remove(Page page, Collection<String> names) {
        var all = new LinkedHashMap<>(of(page));
        all.keySet().removeAll(names);
        put(page, all);
    }

    private void put(Page page, Map<String, JsonNode> all) {
        profiles.put(page.id(), all);
        events.publishEvent(StateChanged.state());
    }
}
