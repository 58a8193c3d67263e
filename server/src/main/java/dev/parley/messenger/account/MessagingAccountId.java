package dev.parley.messenger.account;

import java.util.UUID;

/// The permanent id of a messaging account.
public record MessagingAccountId(UUID value) {
    /// {@return the id in this text}
    ///
    /// @throws IllegalArgumentException if the text is not an id
    public static MessagingAccountId of(String text) {
        return new MessagingAccountId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
