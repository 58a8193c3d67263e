package dev.parley.outbox;

import dev.parley.channel.ChannelKind;

/// A page of a channel, as the one who sends: what is limited, rests or is stopped.
public record SendingEndpoint(ChannelKind channel, String page) {}
