package dev.parley.workstream;

import java.util.UUID;

/// The id of a disposition code.
public record DispositionCodeId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
