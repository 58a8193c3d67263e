package dev.parley.messenger.intake;

import static dev.parley.messenger.intake.Item.text;

import dev.parley.channel.Attachment;
import dev.parley.channel.ChannelEvent;
import dev.parley.channel.Content;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// What a message of Meta's own record says (messenger-platform 4.6): less than a webhook, and in
/// other words.
final class FoundContents {
    private FoundContents() {}

    static ChannelEvent event(JsonNode payload, Instant at) {
        var message = payload.path(FoundMessages.KIND);
        var mid = FoundMessages.mid(message);
        if (mid == null) {
            throw new IllegalStateException("A message of the record has no id");
        }
        return new ChannelEvent.Found(
                mid,
                at,
                of(message),
                payload.path("ours").asBoolean(false),
                payload.path("calls").asBoolean(false),
                text(payload.path("after")));
    }

    private static Content of(JsonNode message) {
        var words = text(message.path("message"));
        var said = words == null || words.isBlank() ? null : words;
        var files =
                Stream.concat(
                                message.path("attachments").path("data").valueStream(),
                                message.path("shares").path("data").valueStream())
                        .map(FoundContents::attachment)
                        .toList();
        if (!files.isEmpty()) {
            return new Content.Files(said, files);
        }
        if (message.has("sticker")) {
            return new Content.Sticker(text(message.path("sticker")), null);
        }
        return said == null ? new Content.Unsupported(null, "message") : new Content.Text(said);
    }

    private static Attachment attachment(JsonNode file) {
        var type = type(file);
        return new Attachment(
                type,
                url(file),
                type == Attachment.Type.LINK ? name(file) : text(file.path("name")));
    }

    private static @Nullable String name(JsonNode file) {
        return Stream.of("name", "title", "description")
                .map(field -> text(file.path(field)))
                .filter(java.util.Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static Attachment.Type type(JsonNode file) {
        var mime = file.path("mime_type").asString("");
        if (file.has("image_data") || mime.startsWith("image/")) {
            return Attachment.Type.IMAGE;
        }
        if (mime.startsWith("audio/")) {
            return Attachment.Type.AUDIO;
        }
        if (file.has("video_data") || mime.startsWith("video/")) {
            return Attachment.Type.VIDEO;
        }
        return file.has("file_url") ? Attachment.Type.FILE : Attachment.Type.LINK;
    }

    private static @Nullable String url(JsonNode file) {
        return List.of(
                        file.path("image_data").path("url"),
                        file.path("video_data").path("url"),
                        file.path("file_url"),
                        file.path("link"))
                .stream()
                .map(Item::text)
                .filter(url -> url != null && url.startsWith("http"))
                .findFirst()
                .orElse(null);
    }
}
