package dev.parley.identity;

import java.io.Serializable;
import java.util.UUID;

/// The permanent id of a user.
public record UserId(UUID value) implements Serializable {
    /// {@return the id in this text}
    ///
    /// @throws IllegalArgumentException if the text is not an id
    public static UserId of(String text) {
        return new UserId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
