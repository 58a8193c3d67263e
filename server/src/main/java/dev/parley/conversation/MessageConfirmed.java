package dev.parley.conversation;

/// Told in the transaction in which the channel itself showed that a message of ours went out.
public record MessageConfirmed(MessageId id) {}
