package dev.parley.inbox;

import dev.parley.channel.Address;
import dev.parley.channel.ChannelKind;
import java.time.Instant;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/// The conversion of an envelope to the body of a dead letter, for an envelope that the database
/// refused, so that it has no row.
final class RefusedEnvelope {
    private static final JsonMapper json = JsonMapper.shared();

    private RefusedEnvelope() {}

    static byte[] body(Envelope envelope) {
        var address = envelope.address();
        return json.writeValueAsBytes(
                Map.of(
                        "channel", address.channel().name(),
                        "endpoint", address.endpoint(),
                        "person", address.person(),
                        "key", envelope.key(),
                        "kind", envelope.kind(),
                        "occurredAt", envelope.occurredAt().toString(),
                        "payload", envelope.payload()));
    }

    static Envelope of(byte[] body) {
        var node = json.readTree(body);
        return new Envelope(
                node.path("key").asString(""),
                new Address(
                        new ChannelKind(node.path("channel").asString("")),
                        node.path("endpoint").asString(""),
                        node.path("person").asString("")),
                node.path("kind").asString(""),
                Instant.parse(node.path("occurredAt").asString("")),
                node.path("payload").asString(""));
    }
}
