package dev.parley.inbox;

import dev.parley.channel.Address;
import java.time.Instant;

/// One thing that a channel delivered.
///
/// @param key names it within its endpoint, the same at every delivery, so that it is kept once:
///   the channel's id of a message, followed by `#` and a word where it is about that message only
/// @param kind the channel's name for the kind of event
/// @param occurredAt when it happened, by the channel's clock
/// @param payload the event exactly as the channel put it, so that it can be read again
public record Envelope(
        String key, Address address, String kind, Instant occurredAt, String payload) {}
