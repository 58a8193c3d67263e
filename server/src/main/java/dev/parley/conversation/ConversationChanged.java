package dev.parley.conversation;

import dev.parley.identity.UserId;
import org.jspecify.annotations.Nullable;

/// Published after every change of a conversation or its messages. Contains only the id: listeners
/// read the conversation again.
///
/// @param agent to whom it is assigned, so that only desks that may see it are notified
/// @param listed whether the change also shows in lists of conversations
public record ConversationChanged(ConversationId id, @Nullable UserId agent, boolean listed) {}
