package dev.parley.simulator.webhook;

import java.util.Set;

/// Where an app wants to be told, and what of.
public record Callback(String url, String verifyToken, Set<String> fields) {
    public Callback {
        fields = Set.copyOf(fields);
    }
}
