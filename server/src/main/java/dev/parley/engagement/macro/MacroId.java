package dev.parley.engagement.macro;

import java.util.UUID;

/// The id of a macro.
public record MacroId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
