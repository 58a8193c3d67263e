package dev.parley.desk;

import dev.parley.conversation.ConversationId;
import dev.parley.identity.UserId;

/// Published when a user starts to type in a conversation, and when their draft is deleted.
record TypingChanged(ConversationId conversation, UserId user) {}
