package dev.parley.conversation;

/// Published when a message could not be sent, may or may not have been delivered, or is no longer
/// in either of these states.
///
/// @param failed whether it was just refused permanently
public record SendFailureChanged(ConversationId id, boolean failed) {}
