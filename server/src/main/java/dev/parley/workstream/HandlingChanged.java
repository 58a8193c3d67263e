package dev.parley.workstream;

import dev.parley.channel.ChannelKind;

/// Published in the transaction that changes how conversations that currently wait for an agent are
/// handled.
public sealed interface HandlingChanged {
    /// Those of this workstream.
    record OfWorkstream(WorkstreamId workstream) implements HandlingChanged {}

    /// Those of this endpoint.
    record OfEndpoint(ChannelKind channel, String endpoint) implements HandlingChanged {}
}
