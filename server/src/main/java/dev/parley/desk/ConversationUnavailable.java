package dev.parley.desk;

import dev.parley.conversation.ConversationId;

/// The requested conversation does not exist, or this user may not read it.
final class ConversationUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient ConversationId id;

    ConversationUnavailable(ConversationId id) {
        super("Conversation " + id.value() + " is not available to this user");
        this.id = id;
    }

    ConversationId id() {
        return id;
    }
}
