package dev.parley.engagement;

import java.util.UUID;

/// The id of a canned answer.
public record CannedAnswerId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
