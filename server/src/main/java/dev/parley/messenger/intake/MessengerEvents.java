package dev.parley.messenger.intake;

import static dev.parley.messenger.intake.Item.mid;
import static dev.parley.messenger.intake.Item.text;

import dev.parley.channel.Address;
import dev.parley.channel.ChannelEvent;
import dev.parley.channel.ChannelEvent.Delivered;
import dev.parley.channel.ChannelEvent.Echoed;
import dev.parley.channel.ChannelEvent.Edited;
import dev.parley.channel.ChannelEvent.NotUnderstood;
import dev.parley.channel.ChannelEvent.NotUnderstood.By;
import dev.parley.channel.ChannelEvent.Reacted;
import dev.parley.channel.ChannelEvent.Read;
import dev.parley.channel.ChannelEvent.Unsent;
import dev.parley.channel.ChannelEvent.Wrote;
import dev.parley.channel.ChannelKind;
import dev.parley.channel.Content;
import dev.parley.channel.EventReader;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads the items of Messenger's webhooks (messenger-platform 1.7).
@Component
class MessengerEvents implements EventReader {
    /// Kinds that tell how the channel runs, not what a customer did.
    private static final Set<String> ABOUT_THE_CHANNEL =
            Set.of(
                    "pass_thread_control",
                    "take_thread_control",
                    "request_thread_control",
                    "app_roles",
                    "policy_enforcement",
                    "policy-enforcement",
                    "nothing");

    private static final JsonMapper json = JsonMapper.shared();

    private final Clock clock;

    MessengerEvents(Clock clock) {
        this.clock = clock;
    }

    @Override
    public ChannelKind channel() {
        return ChannelKind.FACEBOOK;
    }

    @Override
    public ChannelEvent read(Address address, String kind, String payload) {
        var node = json.readTree(payload);
        var at = new Item(node).at(clock.instant());
        var part = node.path(kind);
        return switch (kind) {
            case "message" -> message(node, part, at);
            case FoundMessages.KIND -> FoundContents.event(node, at);
            case "message_edit" -> edited(part, at);
            case "delivery" -> delivered(part);
            case "read" -> read(part);
            case "reaction" -> reacted(part, at);
            case "postback" -> postback(part, at);
            default -> notUnderstood(kind, at);
        };
    }

    private static ChannelEvent message(JsonNode node, JsonNode message, Instant at) {
        var mid = mid(message.path("mid"));
        if (mid != null && message.path("is_deleted").asBoolean(false)) {
            return new Unsent(mid, at);
        }
        var content = Contents.of(message);
        if (mid != null && new Item(node).isEcho()) {
            return new Echoed(mid, at, content, text(message.path("metadata")));
        }
        return new Wrote(mid, at, content, mid(message.path("reply_to").path("mid")));
    }

    private static ChannelEvent edited(JsonNode edit, Instant at) {
        var mid = mid(edit.path("mid"));
        var text = text(edit.path("text"));
        return mid == null || text == null
                ? notUnderstood("message_edit", at)
                : new Edited(mid, at, text);
    }

    private static ChannelEvent delivered(JsonNode delivery) {
        var mids =
                delivery.path("mids")
                        .valueStream()
                        .map(Item::mid)
                        .filter(java.util.Objects::nonNull)
                        .map(java.util.Objects::requireNonNull)
                        .toList();
        return new Delivered(mids, Item.time(delivery.path("watermark")));
    }

    private static ChannelEvent read(JsonNode read) {
        var watermark = Item.time(read.path("watermark"));
        return watermark == null ? new Delivered(java.util.List.of(), null) : new Read(watermark);
    }

    private static ChannelEvent reacted(JsonNode reaction, Instant at) {
        var mid = mid(reaction.path("mid"));
        if (mid == null) {
            return notUnderstood("reaction", at);
        }
        var takenBack = "unreact".equals(text(reaction.path("action")));
        return new Reacted(mid, at, takenBack ? null : Emoji.of(reaction));
    }

    private static ChannelEvent postback(JsonNode postback, Instant at) {
        var payload = text(postback.path("payload"));
        var title = text(postback.path("title"));
        var label = title == null ? payload : title;
        var content =
                new Content.Postback(label == null ? "" : label, payload == null ? "" : payload);
        return new Wrote(mid(postback.path("mid")), at, content, null);
    }

    private static ChannelEvent notUnderstood(String kind, Instant at) {
        return new NotUnderstood(kind, at, by(kind));
    }

    /// An m.me link followed in an existing thread opens the window (messenger-platform 3).
    private static By by(String kind) {
        if (ABOUT_THE_CHANNEL.contains(kind) || kind.indexOf('.') >= 0) {
            return By.CHANNEL;
        }
        return kind.equals("referral") ? By.CUSTOMER_INVITING : By.CUSTOMER;
    }
}
