package dev.parley.simulator.world;

/// A page, and the token that can send on its behalf.
public record Page(String id, String name, String token, String appId) {
    boolean isNamed(String key) {
        return id.equals(key) || name.equals(key);
    }
}
