package dev.parley.conversation;

/// The channel refused a message of this conversation, because another app controls the
/// conversation. Published before the message is updated.
public record ControlledElsewhere(ConversationId id) {}
