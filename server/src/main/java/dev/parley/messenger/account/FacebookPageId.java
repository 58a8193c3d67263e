package dev.parley.messenger.account;

import java.util.UUID;

/// Parley's own id of a page; Meta's is [FacebookPage#pageId].
public record FacebookPageId(UUID value) {
    /// {@return the id in this text}
    ///
    /// @throws IllegalArgumentException if the text is not an id
    public static FacebookPageId of(String text) {
        return new FacebookPageId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
