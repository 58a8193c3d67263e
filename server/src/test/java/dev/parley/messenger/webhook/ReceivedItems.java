package dev.parley.messenger.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.channel.Address;
import dev.parley.channel.Attachment;
import dev.parley.channel.ChannelEvent;
import dev.parley.channel.ChannelEvent.Acted;
import dev.parley.channel.ChannelEvent.Wrote;
import dev.parley.channel.Content;
import dev.parley.channel.Content.Detail;
import dev.parley.channel.Content.Detail.Name;
import dev.parley.messenger.account.FacebookChannel;
import java.time.Instant;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/// Items of webhook bodies as Meta sends them to page 1, read as events. Single quotes stand for
/// double ones.
final class ReceivedItems {
    static final Instant NOW = Instant.parse("2026-10-05T09:00:00Z");

    /// When the items say that they happened.
    static final Instant THEN = Instant.ofEpochMilli(1_791_000_000_000L);

    private final MessengerEvents events =
            new MessengerEvents(page -> page.equals("1") ? Optional.of("700") : Optional.empty());

    Attachment attachment(String json, String name) {
        var files =
                (Content.Files) content("{'mid':'m','attachments':[" + json.formatted(name) + "]}");
        return files.attachments().getFirst();
    }

    Content content(String message) {
        return switch (message(message)) {
            case Wrote wrote -> wrote.content();
            case Acted did -> did.content();
            case ChannelEvent other -> throw new AssertionError(other);
        };
    }

    ChannelEvent message(String message) {
        return event("message", "'message':" + message);
    }

    ChannelEvent event(String kind, String part) {
        return read(
                kind,
                "{'sender':{'id':'2'},'recipient':{'id':'1'},'timestamp':1791000000000,%s}"
                        .formatted(part));
    }

    ChannelEvent read(String kind, String payload) {
        var address = new Address(FacebookChannel.KIND, "1", "2");
        var json = payload.replace('\'', '"');
        var item = JsonMapper.shared().readTree(json);
        assertThat(item.isObject()).isTrue();
        return events.read(address, kind, json, new WebhookItem(item).at(null, NOW));
    }

    static Detail detail(Name name, String value) {
        return new Detail(name, null, value);
    }
}
