package dev.parley.outbox;

import dev.parley.channel.Endpoint;
import java.time.Instant;

/// The pending messages of an endpoint.
///
/// @param waiting messages that were not sent yet, including those being sent
/// @param unknown messages that may or may not have been delivered
/// @param oldest since when the oldest of both has been pending
public record OutboxBacklog(Endpoint endpoint, long waiting, long unknown, Instant oldest) {}
