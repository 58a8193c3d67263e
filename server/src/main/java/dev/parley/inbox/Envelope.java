package dev.parley.inbox;

import dev.parley.channel.Address;
import java.time.Instant;

/// One event that a channel delivered.
///
/// @param key unique within its endpoint and the same at every delivery, so that it is stored once:
///   the channel's id of a message, followed by `#` and a word if it is only about that message
/// @param kind the channel's name for the kind of event
/// @param occurredAt when it happened, by the channel's clock
/// @param payload the event exactly as the channel delivered it, so that it can be read again
public record Envelope(
        String key, Address address, String kind, Instant occurredAt, String payload) {}
