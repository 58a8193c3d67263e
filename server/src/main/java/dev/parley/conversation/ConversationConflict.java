package dev.parley.conversation;

import org.springframework.dao.OptimisticLockingFailureException;

/// The conversation is no longer in the state that the client saw. The page loads it again.
public sealed class ConversationConflict extends OptimisticLockingFailureException
        permits DispositionMissing {
    private static final long serialVersionUID = 1;

    public ConversationConflict(String message) {
        super(message);
    }
}
