package dev.parley.messenger.webhook;

import static dev.parley.messenger.webhook.TextFallback.firstNonBlank;
import static dev.parley.messenger.webhook.WebhookItem.text;

import dev.parley.channel.Attachment;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Reads an attachment of a message.
final class WebhookAttachments {
    private WebhookAttachments() {}

    static Attachment of(JsonNode attachment) {
        var name = text(attachment.path("type"));
        if (Locations.isPlace(attachment)) {
            return new Attachment(
                    Attachment.Type.PLACE, Locations.address(attachment), title(attachment));
        }
        var type = type(name);
        var title = title(attachment);
        return new Attachment(
                type,
                url(type, attachment),
                type == Attachment.Type.OTHER && title == null ? name : title);
    }

    private static Attachment.Type type(@Nullable String name) {
        return switch (name) {
            case "image" -> Attachment.Type.IMAGE;
            case "video" -> Attachment.Type.VIDEO;
            case "audio" -> Attachment.Type.AUDIO;
            case "file" -> Attachment.Type.FILE;
            case "fallback", "share", "template" -> Attachment.Type.LINK;
            case "reel", "ig_reel" -> Attachment.Type.REEL;
            case "post", "ig_post" -> Attachment.Type.POST;
            case "story_mention", "ig_story" -> Attachment.Type.STORY;
            case null, default -> Attachment.Type.OTHER;
        };
    }

    /// Old captures have URL and title beside the type, and one of them in capitals.
    private static @Nullable String url(Attachment.Type type, JsonNode attachment) {
        var payload = attachment.path("payload");
        if (type == Attachment.Type.REEL || type == Attachment.Type.POST) {
            return SafeLinks.onFacebook(payload.path("url"));
        }
        return firstNonBlank(
                SafeLinks.of(payload.path("url")),
                SafeLinks.of(payload.path("story_media_url")),
                SafeLinks.of(attachment.path("url")),
                SafeLinks.of(attachment.path("URL")));
    }

    private static @Nullable String title(JsonNode attachment) {
        return firstNonBlank(
                text(attachment.path("payload").path("title")), text(attachment.path("title")));
    }
}
