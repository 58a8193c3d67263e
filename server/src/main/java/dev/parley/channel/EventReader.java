package dev.parley.channel;

import java.time.Instant;

/// Reads what one channel sent. Each channel brings its own.
public interface EventReader extends ChannelSpecific {
    /// {@return what this kept payload means} Reads the same from the same payload, so that it can
    /// be read again after a mistake of ours.
    ///
    /// @param kind what the channel called the event when it came in
    /// @param at when it happened, as it was understood when it came in
    ChannelEvent read(Address address, String kind, String payload, Instant at);
}
