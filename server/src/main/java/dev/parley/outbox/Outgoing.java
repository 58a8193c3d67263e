package dev.parley.outbox;

import dev.parley.channel.Endpoint;
import dev.parley.conversation.ConversationId;
import dev.parley.conversation.MessageId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One message being sent.
///
/// @param endpoint the endpoint for which it is sent
/// @param attempts how often it was attempted, without attempts that failed for other reasons than
///   the message itself
/// @param lookUps how often it was looked up in the channel's message history
/// @param attempt the id of this attempt; results of any but the latest attempt are ignored
/// @param attemptedAt when the latest attempt to send it began; null before the first
record Outgoing(
        MessageId message,
        ConversationId conversation,
        Endpoint endpoint,
        State state,
        int attempts,
        int lookUps,
        UUID attempt,
        @Nullable Instant attemptedAt) {
    enum State {
        /// Waits for its turn.
        QUEUED,
        /// A worker is sending it, or died while doing so.
        SENDING,
        /// It may or may not have been delivered.
        UNKNOWN
    }
}
