package dev.parley.outbox;

import dev.parley.channel.Reaction;
import dev.parley.conversation.MessageId;
import org.jspecify.annotations.Nullable;

/// The sign that one of us puts on a message of a customer's.
///
/// @param wanted what it is to be; null for none
/// @param given what the channel shows now, as far as is known; null for none
/// @param cause why it failed, or what it waits for, as a stable code
public record SentReaction(
        MessageId message,
        @Nullable Reaction wanted,
        @Nullable Reaction given,
        State state,
        @Nullable String cause) {
    /// {@return what people see on the message: the wanted one, or the one that is to go}
    public @Nullable Reaction shown() {
        return wanted == null && state != State.GIVEN ? given : wanted;
    }

    public enum State {
        PENDING,
        GIVEN,
        FAILED
    }
}
