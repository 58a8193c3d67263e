package dev.parley.messenger.intake;

import static dev.parley.messenger.intake.Item.text;
import static dev.parley.messenger.intake.Words.firstSaid;

import dev.parley.channel.Attachment;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// One of several things that came with a message.
final class Attachments {
    private Attachments() {}

    static Attachment of(JsonNode attachment) {
        var name = text(attachment.path("type"));
        if (Places.isPlace(attachment)) {
            return new Attachment(
                    Attachment.Type.PLACE, Places.address(attachment), title(attachment));
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

    /// Old captures hold address and title beside the type, and one of them in capitals.
    private static @Nullable String url(Attachment.Type type, JsonNode attachment) {
        var payload = attachment.path("payload");
        if (type == Attachment.Type.REEL || type == Attachment.Type.POST) {
            return Links.onFacebook(payload.path("url"));
        }
        return firstSaid(
                Links.of(payload.path("url")),
                Links.of(payload.path("story_media_url")),
                Links.of(attachment.path("url")),
                Links.of(attachment.path("URL")));
    }

    private static @Nullable String title(JsonNode attachment) {
        return firstSaid(
                text(attachment.path("payload").path("title")), text(attachment.path("title")));
    }
}
