package dev.parley.messenger.account;

import java.util.UUID;

/// Our own name for a page; Meta's is [FacebookPage#pageId].
public record FacebookPageId(UUID value) {
    /// {@return the id that was written so}
    ///
    /// @throws IllegalArgumentException when the text is no id
    public static FacebookPageId of(String text) {
        return new FacebookPageId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
