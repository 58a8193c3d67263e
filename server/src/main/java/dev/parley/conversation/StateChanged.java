package dev.parley.conversation;

import dev.parley.channel.Address;
import dev.parley.conversation.Conversation.State;
import org.jspecify.annotations.Nullable;

/// Told in the transaction in which a conversation came from one state into another.
///
/// @param from null when it was just opened
public record StateChanged(ConversationId id, Address with, @Nullable State from, State to) {}
