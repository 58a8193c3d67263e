package dev.parley.simulator.world;

/// A page, and the token that may send in its name.
public record Page(String id, String name, String token, String appId) {
    boolean answersTo(String key) {
        return id.equals(key) || name.equals(key);
    }
}
