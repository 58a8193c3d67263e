package dev.parley.workstream;

import java.util.UUID;

/// The id of a workstream.
public record WorkstreamId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
