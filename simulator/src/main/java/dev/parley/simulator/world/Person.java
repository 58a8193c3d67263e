package dev.parley.simulator.world;

import java.util.Map;
import java.util.Optional;

/// Somebody with a Messenger account. Every page knows the same person under another id.
public record Person(
        String id, String name, String firstName, String lastName, Map<String, String> psids) {
    public Person {
        psids = Map.copyOf(psids);
    }

    /// {@return the page-scoped id}
    public String psid(Page page) {
        return Optional.ofNullable(psids.get(page.id()))
                .orElseThrow(() -> new IllegalStateException(name + " is unknown to " + page));
    }

    boolean answersTo(String key) {
        return id.equals(key) || name.equals(key) || psids.containsValue(key);
    }
}
