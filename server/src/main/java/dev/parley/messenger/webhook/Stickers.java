package dev.parley.messenger.webhook;

import static dev.parley.messenger.webhook.WebhookItem.text;
import static java.util.stream.Collectors.toSet;

import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// Recognises stickers. In the summer of 2026, each was sent together with the same picture as an
/// image, and still counts as one sticker. See
/// https://developers.facebook.com/docs/messenger-platform/reference/webhook-events
final class Stickers {
    private Stickers() {}

    /// {@return whether these attachments are only stickers and their duplicates}
    static boolean areAll(List<JsonNode> attachments) {
        var pictures =
                attachments.stream()
                        .filter(Stickers::isSticker)
                        .map(Stickers::picture)
                        .collect(toSet());
        return isSticker(attachments.getFirst())
                && attachments.stream()
                        .allMatch(one -> isSticker(one) || isDuplicate(one, pictures));
    }

    private static boolean isSticker(JsonNode attachment) {
        return "sticker".equals(text(attachment.path("type")))
                || attachment.path("payload").has("sticker_id");
    }

    private static boolean isDuplicate(JsonNode attachment, Set<String> pictures) {
        return "image".equals(text(attachment.path("type")))
                && pictures.contains(picture(attachment));
    }

    /// The URL without its query, which only contains until when it is valid.
    private static String picture(JsonNode attachment) {
        var url = TextFallback.firstOf(text(attachment.path("payload").path("url")), "");
        var query = url.indexOf('?');
        return query < 0 ? url : url.substring(0, query);
    }
}
