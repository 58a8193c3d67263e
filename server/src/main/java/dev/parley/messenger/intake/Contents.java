package dev.parley.messenger.intake;

import static dev.parley.messenger.intake.Item.text;

import dev.parley.channel.Attachment;
import dev.parley.channel.Content;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// What a message of Messenger says. Whatever it holds, it says something: never empty, never an
/// error.
final class Contents {
    private Contents() {}

    static Content of(JsonNode message) {
        var words = text(message.path("text"));
        var attachments = message.path("attachments").valueStream().toList();
        var quickReply = message.path("quick_reply");
        if (message.path("is_unsupported").asBoolean(false)) {
            return new Content.Unsupported(words, "message");
        }
        if (!attachments.isEmpty()) {
            return withAttachments(words, attachments);
        }
        if (words == null || words.isEmpty()) {
            return sticker(message, "message");
        }
        return quickReply.isObject()
                ? new Content.QuickReply(words, otherwiseEmpty(quickReply.path("payload")))
                : new Content.Text(words);
    }

    private static Content withAttachments(@Nullable String words, List<JsonNode> attachments) {
        var first = attachments.getFirst();
        if (attachments.stream().allMatch(Contents::isSticker)) {
            return sticker(first, "sticker");
        }
        if (attachments.size() == 1 && isLocation(first)) {
            return location(words, first);
        }
        if (attachments.size() == 1 && "template".equals(text(first.path("type")))) {
            return template(words, first);
        }
        return new Content.Files(words, attachments.stream().map(Contents::attachment).toList());
    }

    private static boolean isSticker(JsonNode attachment) {
        return "sticker".equals(text(attachment.path("type")))
                || attachment.path("payload").has("sticker_id");
    }

    private static Content sticker(JsonNode holder, String name) {
        var url = link(holder.path("payload").path("url"));
        return holder.has("payload") || holder.has("sticker_id")
                ? new Content.Sticker(url)
                : new Content.Unsupported(null, name);
    }

    private static boolean isLocation(JsonNode attachment) {
        var coordinates = attachment.path("payload").path("coordinates");
        return coordinates.path("lat").isNumber() && coordinates.path("long").isNumber();
    }

    private static Content location(@Nullable String words, JsonNode attachment) {
        var coordinates = attachment.path("payload").path("coordinates");
        var title = text(attachment.path("title"));
        return new Content.Location(
                words == null ? title : words,
                coordinates.path("lat").asDouble(),
                coordinates.path("long").asDouble());
    }

    private static Content template(@Nullable String words, JsonNode attachment) {
        var payload = attachment.path("payload");
        var said =
                firstOf(
                        words,
                        text(payload.path("text")),
                        text(attachment.path("title")),
                        text(payload.path("elements").path(0).path("title")),
                        text(payload.path("product").path("elements").path(0).path("title")));
        return new Content.Unsupported(said, "template");
    }

    private static Attachment attachment(JsonNode attachment) {
        var name = text(attachment.path("type"));
        var payload = attachment.path("payload");
        var url = link(payload.path("url"));
        return new Attachment(
                type(name),
                url == null ? link(attachment.path("url")) : url,
                title(attachment, type(name) == Attachment.Type.LINK ? name : null));
    }

    private static Attachment.Type type(@Nullable String name) {
        return switch (name) {
            case "image" -> Attachment.Type.IMAGE;
            case "video" -> Attachment.Type.VIDEO;
            case "audio" -> Attachment.Type.AUDIO;
            case "file" -> Attachment.Type.FILE;
            case null, default -> Attachment.Type.LINK;
        };
    }

    private static @Nullable String title(JsonNode attachment, @Nullable String otherwise) {
        return firstOf(
                text(attachment.path("payload").path("title")),
                text(attachment.path("title")),
                otherwise);
    }

    /// {@return the address, if it is one that a browser may be sent to}
    private static @Nullable String link(JsonNode scalar) {
        var url = text(scalar);
        return url != null && (url.startsWith("https://") || url.startsWith("http://"))
                ? url
                : null;
    }

    private static String otherwiseEmpty(JsonNode scalar) {
        var text = text(scalar);
        return text == null ? "" : text;
    }

    private static @Nullable String firstOf(@Nullable String... candidates) {
        for (var candidate : candidates) {
            if (candidate != null && !candidate.isBlank()) {
                return candidate;
            }
        }
        return null;
    }
}
