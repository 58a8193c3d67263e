package dev.parley.outbox;

import dev.parley.channel.Endpoint;
import dev.parley.conversation.Conversation;
import dev.parley.conversation.Message;
import dev.parley.workstream.EndpointHandling;
import org.jspecify.annotations.Nullable;

/// A claimed message, with everything that is needed to send it.
///
/// @param handling how the endpoint of its conversation is handled
record ClaimedMessage(
        Outgoing outgoing, Message message, Conversation conversation, EndpointHandling handling) {
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
