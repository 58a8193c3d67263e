package dev.parley.conversation;

/// Published in the transaction in which the channel confirmed that a message of Parley was sent.
public record MessageConfirmed(MessageId id) {}
