package dev.parley.messenger.webhook;

import dev.parley.platform.Sha256;
import dev.parley.platform.StorableText;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// One item of a webhook's `messaging`, `standby` or `changes`. Tolerates any input: ids may be
/// numbers, times may be seconds or strings, and nearly everything may be missing.
record WebhookItem(JsonNode json) {
    private static final int LONGEST_MID = 255;

    /// No name of an event is longer.
    private static final int LONGEST_NAME = 60;

    /// No time and no count is longer.
    private static final int LONGEST_NUMBER = 20;

    /// Below this, a time is in seconds. See
    /// https://developers.facebook.com/docs/messenger-platform/webhooks
    private static final long FIRST_MILLISECONDS = 1_000_000_000_000L;

    /// Pages have been able to receive messages since 2011. An older time cannot be right.
    private static final Instant EARLIEST = Instant.parse("2011-01-01T00:00:00Z");

    /// How far the channel's clock may be ahead of ours.
    private static final Duration CLOCK_SKEW = Duration.ofHours(1);

    /// Members of an item that do not determine its kind.
    private static final Set<String> ENVELOPE =
            Set.of(
                    "sender",
                    "recipient",
                    "timestamp",
                    "prior_message",
                    "hop_context",
                    "message_request",
                    "is_self",
                    "lead");

    private static final List<String> KINDS =
            List.of(
                    "message",
                    "message_edit",
                    "delivery",
                    "read",
                    "reaction",
                    "postback",
                    "referral",
                    "optin",
                    "pass_thread_control",
                    "take_thread_control",
                    "request_thread_control",
                    "app_roles",
                    "policy_enforcement",
                    "policy-enforcement",
                    "account_linking",
                    "messaging_feedback",
                    "response_feedback",
                    "order",
                    "template",
                    "form",
                    "game_play",
                    "payment",
                    "checkout_update",
                    "branded_camera",
                    "group_id");

    /// {@return the channel's name for the kind of event}
    String kind() {
        return KINDS.stream()
                .filter(json::has)
                .findFirst()
                .or(() ->
                        json.propertyNames().stream()
                                .filter(name -> !ENVELOPE.contains(name))
                                .map(name -> StorableText.shortened(name, LONGEST_NAME))
                                .findFirst())
                .orElse("nothing");
    }

    /// {@return whether this is an event of a conversation, wherever it is in a body}
    boolean isOfAConversation() {
        return (json.path("sender").isObject() || json.path("recipient").isObject())
                && KINDS.stream().anyMatch(json::has);
    }

    /// {@return the person's page-scoped id; empty if the item is about no person}
    String person(String page) {
        var sender = id(json.path("sender"));
        var recipient = id(json.path("recipient"));
        var fromUs = sender.equals(page) || (isEcho() && !recipient.equals(page));
        return fromUs ? recipient : sender;
    }

    boolean isEcho() {
        return json.path("message").path("is_echo").asBoolean(false);
    }

    /// {@return when it happened: its own time, or its entry's if it has none, or its arrival if
    /// that is impossible}
    Instant at(@Nullable Instant ofEntry, Instant arrived) {
        var own = json.path("timestamp");
        var at = text(own) == null ? ofEntry : time(own);
        return at == null ? arrived : notAfter(arrived, at);
    }

    /// {@return this time; the arrival if it is further in the future than clocks may differ}
    static Instant notAfter(Instant arrived, Instant time) {
        return time.isAfter(arrived.plus(CLOCK_SKEW)) ? arrived : time;
    }

    /// {@return the key of this event within its page, the same at every delivery}
    String key(String place, String person) {
        var kind = kind();
        var part = json.path(kind);
        var mid = mid(part.path("mid"));
        if (mid == null) {
            return derived(place, person, kind);
        }
        return switch (kind) {
            case "message" -> mid + aboutIt(part);
            case "postback" -> mid + "#postback";
            case "message_edit" -> mid + "#edit" + number(part.path("num_edit"));
            default -> derived(place, person, kind);
        };
    }

    private String aboutIt(JsonNode message) {
        if (message.path("is_deleted").asBoolean(false)) {
            return "#unsent";
        }
        return isEcho() ? "#echo" : "";
    }

    /// {@return the id as text; empty if there is none} Old captures contain numbers.
    static String id(JsonNode holder) {
        var id = text(holder.path("id"));
        return id == null ? "" : id;
    }

    /// {@return this scalar as text that a database accepts; null if there is none}
    static @Nullable String text(JsonNode scalar) {
        return scalar.isValueNode() && !scalar.isNull()
                ? StorableText.clean(scalar.asString())
                : null;
    }

    /// {@return the channel's id of a message; a digest of it if it is longer than any id}
    static @Nullable String mid(JsonNode scalar) {
        var mid = text(scalar);
        if (mid == null || mid.isEmpty()) {
            return null;
        }
        return mid.length() > LONGEST_MID ? "sha256:" + digest(mid) : mid;
    }

    /// {@return this time; null if it is not a time, or not one at which pages existed}
    static @Nullable Instant time(JsonNode scalar) {
        try {
            var text = text(scalar);
            var number = text == null ? 0 : Long.parseLong(text);
            return number <= 0 ? null : instant(number);
        } catch (NumberFormatException _) {
            return null;
        }
    }

    private static @Nullable Instant instant(long number) {
        var millis = number < FIRST_MILLISECONDS ? number * 1000 : number;
        if (millis >= 100 * FIRST_MILLISECONDS) {
            return null;
        }
        var at = Instant.ofEpochMilli(millis);
        return at.isBefore(EARLIEST) ? null : at;
    }

    private String derived(String place, String person, String kind) {
        return "%s:%s:%s:%s:%s"
                .formatted(
                        place,
                        kind,
                        person,
                        number(json.path("timestamp")),
                        digest(json.toString()));
    }

    /// {@return the number as it is written; a digest of anything else in its place}
    private static @Nullable String number(JsonNode scalar) {
        var text = text(scalar);
        return text == null || text.length() <= LONGEST_NUMBER ? text : digest(text);
    }

    private static String digest(String text) {
        return Sha256.hex(text, 16);
    }
}
