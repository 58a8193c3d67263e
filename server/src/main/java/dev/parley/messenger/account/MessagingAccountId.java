package dev.parley.messenger.account;

import java.util.UUID;

/// Names one messaging account for good.
public record MessagingAccountId(UUID value) {
    /// {@return the id that was written so}
    ///
    /// @throws IllegalArgumentException when the text is no id
    public static MessagingAccountId of(String text) {
        return new MessagingAccountId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
