package dev.parley.conversation;

import dev.parley.identity.UserId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Published after every change of a conversation or its messages. Contains only the id: listeners
/// read the conversation again.
///
/// @param agent to whom it is assigned, so that only desks that may see it are notified
/// @param participants the colleagues who are in it too, or were until now
/// @param listed whether the change also shows in lists of conversations
public record ConversationChanged(
        ConversationId id, @Nullable UserId agent, Set<UserId> participants, boolean listed) {
    public ConversationChanged {
        participants = Set.copyOf(participants);
    }

    /// A change that does not show in the lists of participants.
    public ConversationChanged(ConversationId id, @Nullable UserId agent, boolean listed) {
        this(id, agent, Set.of(), listed);
    }
}
