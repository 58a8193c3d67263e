package dev.parley.messenger.webhook;

import static dev.parley.messenger.webhook.TextFallback.firstOf;
import static dev.parley.messenger.webhook.WebhookItem.text;

import dev.parley.channel.Content;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Reads the content of a Messenger message. Whatever it contains, the result is never empty and
/// never an error. See
/// https://developers.facebook.com/docs/messenger-platform/reference/webhook-events
final class MessageContents {
    private static final Set<String> THUMBS =
            Set.of("369239263222822", "369239343222814", "369239383222810");

    private MessageContents() {}

    static Content of(JsonNode message) {
        var words = text(message.path("text"));
        var attachments = message.path("attachments").valueStream().toList();
        if (message.path("is_unsupported").asBoolean(false)) {
            return new Content.Unsupported(words, "message");
        }
        if (!attachments.isEmpty()) {
            return withAttachments(words, attachments);
        }
        if (message.has("sticker_id")) {
            return new Content.Sticker(null, emoji(message));
        }
        return inWords(firstOf(words, ""), message.path("quick_reply"));
    }

    /// A quick reply with only a picture has no text, but a payload.
    private static Content inWords(String words, JsonNode quickReply) {
        if (quickReply.isObject()) {
            var payload = firstOf(text(quickReply.path("payload")), "");
            if (!words.isEmpty() || !payload.isEmpty()) {
                return new Content.PressedReplyButton(words, payload);
            }
        }
        return words.isEmpty() ? new Content.Unsupported(null, "message") : new Content.Text(words);
    }

    private static Content withAttachments(@Nullable String words, List<JsonNode> attachments) {
        var first = attachments.getFirst();
        if (Stickers.areAll(attachments)) {
            return new Content.Sticker(
                    SafeLinks.of(first.path("payload").path("url")), emoji(first));
        }
        if (attachments.stream().allMatch(Templates::isTemplate)) {
            return Templates.of(words, attachments);
        }
        if (attachments.size() == 1 && Locations.isPlace(first)) {
            return Locations.of(words, first);
        }
        if (attachments.size() == 1 && "appointment_booking".equals(text(first.path("type")))) {
            return CustomerActions.booked(first.path("payload"));
        }
        return new Content.Files(words, attachments.stream().map(WebhookAttachments::of).toList());
    }

    private static @Nullable String emoji(JsonNode holder) {
        var own = text(holder.path("sticker_id"));
        var id = own == null ? text(holder.path("payload").path("sticker_id")) : own;
        return id != null && THUMBS.contains(id) ? "👍" : null;
    }
}
