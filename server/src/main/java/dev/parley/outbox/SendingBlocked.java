package dev.parley.outbox;

/// Told in the transaction in which something began to go wrong for a whole page that somebody must
/// mend. Told once, however many messages meet it.
///
/// @param cause the stable code of the trouble
public record SendingBlocked(SendingEndpoint sender, String cause) {}
