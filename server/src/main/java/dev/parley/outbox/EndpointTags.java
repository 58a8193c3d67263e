package dev.parley.outbox;

import dev.parley.channel.Endpoint;
import io.micrometer.core.instrument.Tags;

/// By which metrics are told apart: ids of endpoints are unique in their channel only.
final class EndpointTags {
    private EndpointTags() {}

    static Tags of(Endpoint endpoint) {
        return Tags.of("channel", endpoint.channel().name(), "endpoint", endpoint.id());
    }
}
