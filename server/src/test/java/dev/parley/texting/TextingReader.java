package dev.parley.texting;

import dev.parley.channel.Address;
import dev.parley.channel.ChannelEvent;
import dev.parley.channel.ChannelKind;
import dev.parley.channel.Content;
import dev.parley.channel.EventReader;
import java.time.Instant;

/// Reads `id;text`.
final class TextingReader implements EventReader {
    @Override
    public ChannelKind channel() {
        return Texting.KIND;
    }

    @Override
    public ChannelEvent read(Address address, String kind, String payload, Instant at) {
        var parts = payload.split(";", 2);
        return new ChannelEvent.Wrote(parts[0], at, new Content.Text(parts[1]), null, null);
    }
}
