package dev.parley.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.channel.Address;
import dev.parley.channel.ChannelKind;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RefusedEnvelopeTests {
    @Test
    void aSetAsideEnvelopeIsRestoredUnchanged() {
        var envelope =
                new Envelope(
                        "m_1",
                        new Address(new ChannelKind("SMS"), "4711", "815"),
                        "message",
                        Instant.parse("2026-11-29T10:00:00Z"),
                        "{}");

        assertThat(RefusedEnvelope.of(RefusedEnvelope.body(envelope))).isEqualTo(envelope);
    }
}
