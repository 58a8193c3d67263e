package dev.parley.conversation;

import dev.parley.channel.Endpoint;
import dev.parley.identity.UserId;
import java.util.Map;

/// Published in the transaction in which a user assigned conversations to another user, without
/// asking them.
///
/// @param conversations with the endpoint of each
public record AssignedByColleague(
        Map<ConversationId, Endpoint> conversations, UserId agent, UserId by) {
    public AssignedByColleague {
        conversations = Map.copyOf(conversations);
    }
}
