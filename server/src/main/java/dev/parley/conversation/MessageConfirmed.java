package dev.parley.conversation;

/// Published in the transaction in which the channel confirmed that a message of Parley was sent.
/// Listeners must act after it: it handles many conversations, and a lock in each would deadlock.
public record MessageConfirmed(MessageId id) {}
