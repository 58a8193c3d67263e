package dev.parley.workspace;

import dev.parley.conversation.ConversationId;
import dev.parley.identity.UserId;

/// Identifies the draft of a user in a conversation.
public record DraftKey(UserId user, ConversationId conversation, DraftMode mode) {}
