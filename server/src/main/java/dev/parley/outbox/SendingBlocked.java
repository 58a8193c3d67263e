package dev.parley.outbox;

import dev.parley.channel.Endpoint;

/// Published in the transaction in which a problem of a whole endpoint began that an administrator
/// must fix. Published once, however many messages it affects.
///
/// @param cause why, as a stable code
public record SendingBlocked(Endpoint endpoint, String cause) {}
