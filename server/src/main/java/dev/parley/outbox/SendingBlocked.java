package dev.parley.outbox;

import dev.parley.channel.Endpoint;

/// Told in the transaction in which something began to go wrong for a whole endpoint that somebody
/// must mend. Told once, however many messages meet it.
///
/// @param cause why, as a stable code
public record SendingBlocked(Endpoint endpoint, String cause) {}
