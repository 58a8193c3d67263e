package dev.parley.conversation;

import java.util.List;

/// Published in the transaction that erases a person.
///
/// @param conversations all conversations with them
public record PersonErased(List<ConversationId> conversations) {
    public PersonErased {
        conversations = List.copyOf(conversations);
    }
}
