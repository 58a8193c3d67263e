package dev.parley.conversation;

import org.springframework.dao.OptimisticLockingFailureException;

/// The conversation is not any more where the reader thought it was. The page asks again.
public final class ConversationConflict extends OptimisticLockingFailureException {
    private static final long serialVersionUID = 1;

    public ConversationConflict(String message) {
        super(message);
    }
}
