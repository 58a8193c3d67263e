package dev.parley.outbox;

import dev.parley.channel.Endpoint;
import dev.parley.conversation.ConversationId;
import dev.parley.conversation.MessageId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One message under way.
///
/// @param endpoint the endpoint for which it is sent
/// @param attempts how often it was tried, those not counted for which it was not to blame
/// @param traced how often it was looked for in the channel's record
/// @param attempt names this attempt; whoever does not hold the latest has nothing to say any more
/// @param attemptedAt when the latest attempt to send it began; null before the first
record Outgoing(
        MessageId message,
        ConversationId conversation,
        Endpoint endpoint,
        State state,
        int attempts,
        int traced,
        UUID attempt,
        @Nullable Instant attemptedAt) {
    enum State {
        /// Waits for its turn.
        QUEUED,
        /// Somebody is at it, or was when they died.
        SENDING,
        /// It may or may not have arrived.
        UNKNOWN
    }
}
