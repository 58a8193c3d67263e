package dev.parley.conversation;

/// Told when a message of ours could not be sent, may or may not have arrived, or is out of that.
///
/// @param failed whether it was refused for good just now
public record SendFailureChanged(ConversationId id, boolean failed) {}
