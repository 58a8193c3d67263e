package dev.parley.simulator.webhook;

import java.util.Set;

/// The callback URL of an app, with its webhook fields.
public record Callback(String url, String verifyToken, Set<String> fields) {
    public Callback {
        fields = Set.copyOf(fields);
    }
}
