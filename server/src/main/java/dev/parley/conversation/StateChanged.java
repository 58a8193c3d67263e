package dev.parley.conversation;

import dev.parley.channel.Address;
import dev.parley.conversation.Conversation.State;
import dev.parley.identity.UserId;
import org.jspecify.annotations.Nullable;

/// Told in the transaction in which a conversation came from one state into another.
///
/// @param from null when it was just opened
/// @param agentBefore who held it, or waited for its customer; null when nobody did
public record StateChanged(
        ConversationId id,
        Address with,
        @Nullable State from,
        State to,
        @Nullable UserId agentBefore) {}
