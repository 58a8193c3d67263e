package dev.parley.desk;

import dev.parley.conversation.ConversationId;

/// A conversation was asked for that is not there, or not open to this user.
final class ConversationUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient ConversationId id;

    ConversationUnavailable(ConversationId id) {
        super("Conversation " + id.value() + " is not open to whoever asked");
        this.id = id;
    }

    ConversationId id() {
        return id;
    }
}
