package dev.parley.outbox;

import dev.parley.channel.Endpoint;
import java.time.Instant;

/// What an endpoint owes to its customers.
///
/// @param waiting messages that were not sent yet, those included that are under way
/// @param unknown messages that may or may not have arrived
/// @param oldest since when the oldest of both has been pending
public record OutboxBacklog(Endpoint endpoint, long waiting, long unknown, Instant oldest) {}
