package dev.parley.conversation;

/// The channel refused a message of this conversation, because another app holds the thread. Told
/// before the message is touched.
public record ControlledElsewhere(ConversationId id) {}
