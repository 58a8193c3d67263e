package dev.parley.workstream;

import dev.parley.channel.ChannelKind;

/// Told in the transaction in which it changed how conversations are handled that wait for an agent
/// just now.
public sealed interface HandlingChanged {
    /// Those of this workstream.
    record OfWorkstream(WorkstreamId workstream) implements HandlingChanged {}

    /// Those of this endpoint.
    record OfEndpoint(ChannelKind channel, String endpoint) implements HandlingChanged {}
}
