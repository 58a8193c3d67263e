package dev.parley.messenger.webhook;

import static dev.parley.messenger.webhook.TextFallback.firstNonBlank;
import static dev.parley.messenger.webhook.WebhookItem.text;

import dev.parley.channel.Attachment;
import dev.parley.channel.ChannelEvent;
import dev.parley.channel.Content;
import dev.parley.channel.Content.Button;
import dev.parley.channel.Content.Card;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Reads the content of a message from Meta's message history, which has less information than a
/// webhook, and other field names. See
/// https://developers.facebook.com/docs/graph-api/reference/page/conversations
final class HistoryContents {
    private HistoryContents() {}

    static ChannelEvent event(JsonNode payload, Instant at) {
        var message = payload.path(HistoryMessages.KIND);
        var mid = HistoryMessages.mid(message);
        if (mid == null) {
            throw new IllegalStateException("A message of the history has no id");
        }
        return new ChannelEvent.Found(
                mid,
                at,
                of(message),
                payload.path("ours").asBoolean(false),
                payload.path("calls").asBoolean(false),
                mids(payload.path("after")),
                mids(payload.path("before")));
    }

    private static List<String> mids(JsonNode all) {
        return all.valueStream().map(JsonNode::asString).toList();
    }

    private static Content of(JsonNode message) {
        var words = text(message.path("message"));
        var body = words == null || words.isBlank() ? null : words;
        var attached = message.path("attachments").path("data").valueStream().toList();
        var cards = attached.stream().filter(file -> file.has("generic_template")).toList();
        if (!cards.isEmpty()) {
            return new Content.Cards(body, cards.stream().map(HistoryContents::card).toList());
        }
        var files =
                Stream.concat(attached.stream(), message.path("shares").path("data").valueStream())
                        .map(HistoryContents::attachment)
                        .toList();
        if (!files.isEmpty()) {
            return new Content.Files(body, files);
        }
        if (message.has("sticker")) {
            return new Content.Sticker(text(message.path("sticker")), null);
        }
        return body == null ? new Content.Unsupported(null, "message") : new Content.Text(body);
    }

    private static Card card(JsonNode attachment) {
        var template = attachment.path("generic_template");
        var button = template.path("cta");
        var title = firstNonBlank(text(button.path("title")));
        return new Card(
                text(template.path("title")),
                text(template.path("subtitle")),
                SafeLinks.of(template.path("media_url")),
                null,
                title == null
                        ? List.of()
                        : List.of(new Button(title, SafeLinks.of(button.path("url")))));
    }

    private static Attachment attachment(JsonNode file) {
        var type = type(file);
        return new Attachment(
                type,
                url(file),
                type == Attachment.Type.LINK ? name(file) : text(file.path("name")));
    }

    private static @Nullable String name(JsonNode file) {
        return firstNonBlank(
                text(file.path("name")), text(file.path("title")), text(file.path("description")));
    }

    /// A video has a picture too.
    private static Attachment.Type type(JsonNode file) {
        var mime = file.path("mime_type").asString("");
        if (mime.startsWith("audio/")) {
            return Attachment.Type.AUDIO;
        }
        if (file.has("video_data") || mime.startsWith("video/")) {
            return Attachment.Type.VIDEO;
        }
        if (file.has("image_data") || mime.startsWith("image/")) {
            return Attachment.Type.IMAGE;
        }
        return file.has("file_url") ? Attachment.Type.FILE : Attachment.Type.LINK;
    }

    private static @Nullable String url(JsonNode file) {
        return List.of(
                        file.path("video_data").path("url"),
                        file.path("image_data").path("url"),
                        file.path("file_url"),
                        file.path("link"))
                .stream()
                .map(WebhookItem::text)
                .filter(url -> url != null && url.startsWith("http"))
                .findFirst()
                .orElse(null);
    }
}
