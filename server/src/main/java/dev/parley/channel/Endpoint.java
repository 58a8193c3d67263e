package dev.parley.channel;

/// The company's end of a channel: the account, page, number or chat widget that customers write
/// to.
///
/// @param id the channel's id of it
public record Endpoint(ChannelKind channel, String id) {}
