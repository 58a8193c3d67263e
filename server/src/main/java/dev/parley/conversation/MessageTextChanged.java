package dev.parley.conversation;

/// Published in the transaction in which the text of a stored message changed, because its author
/// edited it, or because more of it became known.
public record MessageTextChanged(MessageId id) {}
