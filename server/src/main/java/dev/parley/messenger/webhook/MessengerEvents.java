package dev.parley.messenger.webhook;

import static dev.parley.messenger.webhook.TextFallback.firstOf;
import static dev.parley.messenger.webhook.WebhookItem.mid;
import static dev.parley.messenger.webhook.WebhookItem.text;

import dev.parley.channel.Address;
import dev.parley.channel.ChannelEvent;
import dev.parley.channel.ChannelEvent.Acted;
import dev.parley.channel.ChannelEvent.Asks;
import dev.parley.channel.ChannelEvent.ChannelNotice;
import dev.parley.channel.ChannelEvent.ControlChanged;
import dev.parley.channel.ChannelEvent.Delivered;
import dev.parley.channel.ChannelEvent.Echoed;
import dev.parley.channel.ChannelEvent.Edited;
import dev.parley.channel.ChannelEvent.EndpointWarned;
import dev.parley.channel.ChannelEvent.EndpointWarned.Warning;
import dev.parley.channel.ChannelEvent.Ignored;
import dev.parley.channel.ChannelEvent.Reacted;
import dev.parley.channel.ChannelEvent.Read;
import dev.parley.channel.ChannelEvent.ToAnotherApp;
import dev.parley.channel.ChannelEvent.Unsent;
import dev.parley.channel.ChannelEvent.Wrote;
import dev.parley.channel.ChannelKind;
import dev.parley.channel.Content;
import dev.parley.channel.Content.Detail.Name;
import dev.parley.channel.Content.What;
import dev.parley.channel.EventReader;
import dev.parley.messenger.account.FacebookChannel;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads the items of Messenger's webhooks. See
/// https://developers.facebook.com/docs/messenger-platform/reference/webhook-events See
/// https://developers.facebook.com/docs/messenger-platform/handover-protocol
@Component
class MessengerEvents implements EventReader {
    private static final String STANDBY = "standby.";
    private static final String CHANGES = "changes.";

    private static final JsonMapper json = JsonMapper.shared();

    private final OwnApps ownApps;

    MessengerEvents(OwnApps ownApps) {
        this.ownApps = ownApps;
    }

    @Override
    public ChannelKind channel() {
        return FacebookChannel.KIND;
    }

    @Override
    public ChannelEvent read(Address address, String kind, String payload, Instant at) {
        var node = json.readTree(payload);
        if (node.isEmpty() || kind.startsWith(CHANGES)) {
            return new Ignored();
        }
        return kind.startsWith(STANDBY)
                ? new ToAnotherApp(event(address, kind.substring(STANDBY.length()), node, at))
                : event(address, kind, node, at);
    }

    private ChannelEvent event(Address address, String kind, JsonNode node, Instant at) {
        var part = node.path(kind);
        return switch (kind) {
            case "message" -> message(address, node, part, at);
            case HistoryMessages.KIND -> HistoryContents.event(node, at);
            case "message_edit" -> edited(part, at, isOurs(address, node));
            case "delivery" -> delivered(part, at);
            case "read" -> read(part, at);
            case "reaction" -> reacted(part, at, isOurs(address, node));
            case "postback" -> postback(part, at);
            case "pass_thread_control" ->
                    new ControlChanged(at, ThreadHandovers.passed(part, ours(address)));
            case "take_thread_control" ->
                    new ControlChanged(at, ThreadHandovers.taken(part, ours(address)));
            case "request_thread_control" ->
                    new ControlChanged(at, ThreadHandovers.requested(part, ours(address)));
            case "policy_enforcement", "policy-enforcement" -> warned(part, at);
            case "app_roles", "group_id", "nothing" -> new Ignored();
            default -> act(kind, node, part, at);
        };
    }

    private Optional<String> ours(Address address) {
        return ownApps.of(address.endpoint());
    }

    private static boolean isOurs(Address address, JsonNode node) {
        return new WebhookItem(node).isEcho()
                || address.endpoint().equals(WebhookItem.id(node.path("sender")));
    }

    private ChannelEvent message(Address address, JsonNode node, JsonNode message, Instant at) {
        var mid = mid(message.path("mid"));
        var notice = text(message.path("admin_text"));
        if (mid == null && notice != null) {
            return new ChannelNotice(at, notice);
        }
        if (mid != null && message.path("is_deleted").asBoolean(false)) {
            return new Unsent(mid, at, isOurs(address, node));
        }
        var content = MessageContents.of(message);
        if (mid != null && new WebhookItem(node).isEcho()) {
            var by = ThreadHandovers.party(text(message.path("app_id")), ours(address));
            return new Echoed(mid, at, content, text(message.path("metadata")), by);
        }
        var cameBy = cameBy(message.path("referral"));
        return new Wrote(mid, at, content, replyTo(message.path("reply_to")), cameBy);
    }

    /// A reply to something that is not a message, such as a story, has an unknown target.
    private static @Nullable String replyTo(JsonNode replyTo) {
        var mid = mid(replyTo.path("mid"));
        return mid == null && !replyTo.isEmpty() ? "unknown" : mid;
    }

    private static Content.@Nullable Act cameBy(JsonNode referral) {
        return referral.isObject()
                ? CustomerActions.referral(referral, referral.path("lead"))
                : null;
    }

    private static ChannelEvent edited(JsonNode edit, Instant at, boolean ours) {
        var mid = mid(edit.path("mid"));
        var text = text(edit.path("text"));
        return mid == null || text == null
                ? notUnderstood("message_edit", at)
                : new Edited(mid, at, text, edit.path("num_edit").asInt(0), ours);
    }

    private static ChannelEvent delivered(JsonNode delivery, Instant at) {
        var mids =
                delivery.path("mids")
                        .valueStream()
                        .map(WebhookItem::mid)
                        .filter(Objects::nonNull)
                        .map(Objects::requireNonNull)
                        .toList();
        return new Delivered(mids, watermark(delivery, at));
    }

    private static ChannelEvent read(JsonNode read, Instant at) {
        var watermark = watermark(read, at);
        return watermark == null ? new Ignored() : new Read(watermark);
    }

    /// Limits a watermark to the time of the event: later messages cannot have been read yet.
    private static @Nullable Instant watermark(JsonNode receipt, Instant at) {
        var watermark = WebhookItem.time(receipt.path("watermark"));
        return watermark == null ? null : WebhookItem.notAfter(at, watermark);
    }

    private static ChannelEvent reacted(JsonNode reaction, Instant at, boolean ours) {
        var mid = mid(reaction.path("mid"));
        if (mid == null) {
            return notUnderstood("reaction", at);
        }
        var removed = "unreact".equals(text(reaction.path("action")));
        return new Reacted(mid, at, removed ? null : Emoji.of(reaction), ours);
    }

    private static ChannelEvent postback(JsonNode postback, Instant at) {
        var payload = text(postback.path("payload"));
        var label = TextFallback.firstNonBlank(text(postback.path("title")), payload);
        var content = new Content.PressedButton(firstOf(label, ""), firstOf(payload, ""));
        var cameBy = cameBy(postback.path("referral"));
        return new Wrote(mid(postback.path("mid")), at, content, null, cameBy);
    }

    private static ChannelEvent warned(JsonNode policy, Instant at) {
        var warning =
                switch (text(policy.path("action"))) {
                    case "warning" -> Warning.WARNED;
                    case "block" -> Warning.BLOCKED;
                    case "unblock" -> Warning.UNBLOCKED;
                    case null, default -> Warning.OTHER;
                };
        return new EndpointWarned(at, warning, text(policy.path("reason")));
    }

    /// Meta's policy defines what opens the reply window: following a link or an ad in an existing
    /// thread does, and a cart is sent as a message is. See
    /// https://developers.facebook.com/docs/messenger-platform/policy/policy-overview
    private static ChannelEvent act(String kind, JsonNode node, JsonNode part, Instant at) {
        return switch (kind) {
            case "referral" ->
                    did(at, CustomerActions.referral(part, node.path("lead")), Asks.AN_ANSWER);
            case "order" -> did(at, CustomerActions.order(part), Asks.AN_ANSWER);
            case "optin" -> did(at, CustomerActions.optin(part), Asks.NOTHING);
            case "messaging_feedback" -> did(at, CustomerActions.feedback(part), Asks.NOTHING);
            case "response_feedback" ->
                    new Acted(
                            at,
                            CustomerActions.response(part),
                            Asks.NOTHING,
                            mid(part.path("mid")));
            case "template" -> did(at, CustomerActions.coupon(part), Asks.NOTHING);
            case "form" ->
                    did(
                            at,
                            CustomerActions.of(What.SENT_FORM, Name.CODE, part.path("id")),
                            Asks.A_READER);
            case "account_linking" -> did(at, CustomerActions.linking(part), Asks.NOTHING);
            case "payment" -> did(at, CustomerActions.payment(part), Asks.A_READER);
            case "checkout_update" ->
                    did(
                            at,
                            CustomerActions.of(
                                    What.CHECKED_OUT, Name.PAYLOAD, part.path("payload")),
                            Asks.NOTHING);
            case "game_play" ->
                    did(
                            at,
                            CustomerActions.of(What.PLAYED, Name.PAYLOAD, part.path("payload")),
                            Asks.NOTHING);
            case "branded_camera" ->
                    did(
                            at,
                            CustomerActions.of(What.USED_CAMERA, Name.STATUS, part.path("event")),
                            Asks.NOTHING);
            default -> notUnderstood(kind, at);
        };
    }

    private static ChannelEvent did(Instant at, Content content, Asks asks) {
        return new Acted(at, content, asks, null);
    }

    private static ChannelEvent notUnderstood(String kind, Instant at) {
        return did(at, new Content.Unsupported(null, kind), Asks.A_READER);
    }
}
