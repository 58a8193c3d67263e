package dev.parley.identity;

import java.io.Serializable;
import java.util.UUID;

/// Names one user for good.
public record UserId(UUID value) implements Serializable {
    /// {@return the id that was written so}
    ///
    /// @throws IllegalArgumentException when the text is no id
    public static UserId of(String text) {
        return new UserId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
