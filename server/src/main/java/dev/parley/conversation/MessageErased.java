package dev.parley.conversation;

/// Published in the transaction in which a message's content was erased, because its author unsent
/// it or asked for erasure: modules that store more of it erase that too.
public record MessageErased(MessageId id) {}
