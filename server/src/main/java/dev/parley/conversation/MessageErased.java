package dev.parley.conversation;

/// Told in the transaction in which a message's content was erased, because its author took it
/// back: whoever keeps more of it erases that too.
public record MessageErased(MessageId id) {}
