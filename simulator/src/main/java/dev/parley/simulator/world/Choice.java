package dev.parley.simulator.world;

import org.jspecify.annotations.Nullable;

/// Something to press: what it says, and what the page's app gets to know.
public record Choice(String title, String payload, @Nullable String imageUrl) {
    public Choice(String title, String payload) {
        this(title, payload, null);
    }
}
