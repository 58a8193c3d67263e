package dev.parley.simulator.graph.page;

import dev.parley.simulator.world.Ids;
import dev.parley.simulator.world.Page;
import dev.parley.simulator.world.Person;
import dev.parley.simulator.world.Resettable;
import dev.parley.simulator.world.SimulatedClock;
import dev.parley.simulator.world.WorldEvent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/// Labels of a page's inbox, and the people who have them.
@Component
public class Labels implements Resettable {
    /// A label, with the ids of its people.
    record Label(String id, Page page, String name, Set<String> people) {}

    private final Map<String, Label> labels = new ConcurrentHashMap<>();
    private final SimulatedClock clock;
    private final ApplicationEventPublisher events;

    Labels(SimulatedClock clock, ApplicationEventPublisher events) {
        this.clock = clock;
        this.events = events;
    }

    @Override
    public void reset() {
        labels.clear();
    }

    Label add(Page page, String name) {
        var label = new Label(Ids.digits(), page, name, ConcurrentHashMap.newKeySet());
        labels.put(label.id(), label);
        return label;
    }

    List<Label> of(Page page) {
        return labels.values().stream().filter(one -> one.page().id().equals(page.id())).toList();
    }

    Optional<Label> find(Page page, String id) {
        return Optional.ofNullable(labels.get(id)).filter(one -> one.page().id().equals(page.id()));
    }

    boolean remove(Page page, String id) {
        return find(page, id).map(Label::id).map(labels::remove).isPresent();
    }

    void assign(Label label, Person person) {
        if (label.people().add(person.id())) {
            publish(label, person, "add");
        }
    }

    void unassign(Label label, Person person) {
        if (label.people().remove(person.id())) {
            publish(label, person, "remove");
        }
    }

    private void publish(Label label, Person person, String action) {
        var value = new LinkedHashMap<String, Object>();
        value.put("user", Map.of("id", person.psid(label.page())));
        value.put("action", action);
        value.put("label", Map.of("id", label.id(), "page_label_name", label.name()));
        events.publishEvent(
                new WorldEvent.PageChanged(
                        label.page(), person, "inbox_labels", value, clock.millis()));
    }
}
