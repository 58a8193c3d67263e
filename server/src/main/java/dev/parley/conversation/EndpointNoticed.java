package dev.parley.conversation;

import dev.parley.channel.ChannelEvent.EndpointWarned;
import dev.parley.channel.Endpoint;

/// Told in the transaction in which a channel's warning about an endpoint is handled.
public record EndpointNoticed(Endpoint endpoint, EndpointWarned warning) {}
