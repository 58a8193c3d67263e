package dev.parley.conversation;

import dev.parley.identity.UserId;
import org.springframework.dao.OptimisticLockingFailureException;

/// The conversation is no longer in the state that the client saw. The page loads it again.
public sealed class ConversationConflict extends OptimisticLockingFailureException
        permits DispositionMissing {
    private static final long serialVersionUID = 1;

    public ConversationConflict(String message) {
        super(message);
    }

    static ConversationConflict notAssigned(ConversationId id, UserId agent) {
        return new ConversationConflict(
                "Conversation " + id.value() + " is not assigned to " + agent.value());
    }
}
