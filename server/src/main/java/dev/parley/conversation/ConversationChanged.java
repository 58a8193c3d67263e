package dev.parley.conversation;

import dev.parley.identity.UserId;
import org.jspecify.annotations.Nullable;

/// Told after every change of a conversation or its messages. Says which, not what: whoever cares
/// reads it again.
///
/// @param agent who holds it, so that only desks that may know of it are told
/// @param listed whether the change shows in lists of conversations too
public record ConversationChanged(ConversationId id, @Nullable UserId agent, boolean listed) {}
