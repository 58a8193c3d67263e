package dev.parley.simulator.graph.send;

import dev.parley.simulator.graph.GraphCall;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;
import tools.jackson.databind.JsonNode;

/// A requested send, not checked yet.
record Send(
        JsonNode recipient,
        JsonNode message,
        JsonNode payload,
        Optional<String> action,
        Optional<String> messagingType,
        Optional<String> tag,
        Optional<String> notification,
        Optional<String> persona,
        JsonNode threadControl,
        @Nullable String replyTo,
        @Nullable MultipartFile upload,
        String base) {
    static Send of(GraphCall call) {
        return new Send(
                call.json("recipient"),
                call.json("message"),
                call.json("payload"),
                call.text("sender_action").map(action -> action.toLowerCase(Locale.ROOT)),
                call.text("messaging_type"),
                call.text("tag"),
                call.text("notification_type"),
                call.text("persona_id"),
                call.json("thread_control"),
                replyTo(call),
                call.upload(),
                call.base());
    }

    private static @Nullable String replyTo(GraphCall call) {
        var mid = call.json("reply_to").path("mid");
        return mid.isString() ? mid.asString() : null;
    }

    boolean isAction() {
        return action.isPresent() && !hasMessage();
    }

    boolean hasMessage() {
        return !message.isMissingNode() && !message.isNull();
    }

    /// {@return whether it replies to a public comment or post}
    boolean isPrivateReply() {
        return !activity().isEmpty();
    }

    /// {@return the comment or post to which it replies}
    String activity() {
        return recipient.path("comment_id").asString(recipient.path("post_id").asString(""));
    }

    boolean isAudioOrVideo() {
        return Set.of("audio", "video").contains(attachment().path("type").asString(""));
    }

    String psid() {
        return recipient.path("id").asString("");
    }

    @Nullable String text() {
        return plain(message.path("text"));
    }

    @Nullable String metadata() {
        return plain(message.path("metadata"));
    }

    /// {@return scalar values as text}
    private static @Nullable String plain(JsonNode value) {
        return value.isMissingNode() || value.isNull() || value.isContainer()
                ? null
                : value.asString("");
    }

    JsonNode attachment() {
        return message.path("attachment");
    }

    String template() {
        return attachment().path("payload").path("template_type").asString("");
    }

    JsonNode quickReplies() {
        return message.path("quick_replies");
    }
}
