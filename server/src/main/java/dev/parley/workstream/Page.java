package dev.parley.workstream;

import dev.parley.channel.ChannelKind;

/// One page of a channel.
///
/// @param id as the channel calls it
public record Page(ChannelKind channel, String id) {}
