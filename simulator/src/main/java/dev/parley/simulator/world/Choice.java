package dev.parley.simulator.world;

import org.jspecify.annotations.Nullable;

/// A button: its title, and the payload that the page's app receives.
public record Choice(String title, String payload, @Nullable String imageUrl) {
    public Choice(String title, String payload) {
        this(title, payload, null);
    }
}
