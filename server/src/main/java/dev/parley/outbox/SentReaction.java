package dev.parley.outbox;

import dev.parley.channel.Reaction;
import dev.parley.conversation.MessageId;
import org.jspecify.annotations.Nullable;

/// The reaction of an agent to a customer's message.
///
/// @param wanted the wanted reaction; null for none
/// @param given the reaction that the channel shows now, as far as is known; null for none
/// @param cause why it failed, or what it waits for, as a stable code
public record SentReaction(
        MessageId message,
        @Nullable Reaction wanted,
        @Nullable Reaction given,
        State state,
        @Nullable String cause) {
    /// {@return the reaction that is shown on the message: the wanted one, or the one to remove}
    public @Nullable Reaction shown() {
        return wanted == null && state != State.GIVEN ? given : wanted;
    }

    public enum State {
        PENDING,
        GIVEN,
        FAILED
    }
}
