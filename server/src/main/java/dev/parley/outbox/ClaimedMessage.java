package dev.parley.outbox;

import dev.parley.channel.Endpoint;
import dev.parley.channel.ReplyWindowState;
import dev.parley.conversation.Conversation;
import dev.parley.conversation.Message;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A claimed message, with everything that is needed to send it.
///
/// @param window the reply window of its conversation when called
record ClaimedMessage(
        Outgoing outgoing,
        Message message,
        Conversation conversation,
        Supplier<ReplyWindowState> window) {
    /// {@return the channel's id of this message, if an echo has confirmed that it was sent; else
    /// null}
    static @Nullable String confirmedId(Message message) {
        return switch (message.status()) {
            case SENT, DELIVERED, READ -> message.channelMessageId();
            case RECEIVED, QUEUED, SENDING, FAILED, UNKNOWN -> null;
        };
    }

    Endpoint endpoint() {
        return conversation.details().address().at();
    }
}
