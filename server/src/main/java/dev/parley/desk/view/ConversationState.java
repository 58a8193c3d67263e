package dev.parley.desk.view;

import dev.parley.conversation.Conversation;
import dev.parley.platform.language.Keys;

/// A conversation's state.
public enum ConversationState {
    OPEN,
    ACTIVE,
    WAITING,
    WRAP_UP,
    /// In wrap-up, and closing in a moment.
    CLOSING,
    CLOSED;

    /// {@return this state of a conversation, as the desk shows it}
    public static ConversationState of(Conversation.State state) {
        return switch (state) {
            case OPEN -> OPEN;
            case ACTIVE -> ACTIVE;
            case WAITING -> WAITING;
            case WRAP_UP -> WRAP_UP;
            case CLOSED -> CLOSED;
        };
    }

    /// {@return its name in a text key or a class name, such as `wrap-up`}
    public String word() {
        return Keys.word(name());
    }
}
