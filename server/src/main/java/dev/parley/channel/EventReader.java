package dev.parley.channel;

import java.time.Instant;

/// Parses what one channel sent. Each channel implements it.
public interface EventReader extends ChannelSpecific {
    /// {@return the event in this stored payload} The same payload always gives the same event, so
    /// that it can be read again after a bug in Parley is fixed.
    ///
    /// @param kind the channel's name of the event when it was received
    /// @param at when it happened, as determined when it was received
    ChannelEvent read(Address address, String kind, String payload, Instant at);
}
