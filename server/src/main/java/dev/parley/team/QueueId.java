package dev.parley.team;

import java.util.UUID;

/// The id of a queue.
public record QueueId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
