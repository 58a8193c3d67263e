package dev.parley.conversation;

/// The conversation cannot be closed yet: its agent must choose a disposition code first.
public final class DispositionMissing extends ConversationConflict {
    private static final long serialVersionUID = 1;

    DispositionMissing(ConversationId id) {
        super("Conversation %s has no disposition code".formatted(id.value()));
    }
}
