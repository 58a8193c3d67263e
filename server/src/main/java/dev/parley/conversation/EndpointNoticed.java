package dev.parley.conversation;

import dev.parley.channel.ChannelEvent.EndpointWarned;
import dev.parley.channel.Endpoint;

/// Published in the transaction that processes a channel's warning about an endpoint.
public record EndpointNoticed(Endpoint endpoint, EndpointWarned warning) {}
