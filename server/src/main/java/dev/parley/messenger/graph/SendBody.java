package dev.parley.messenger.graph;

import dev.parley.channel.Address;
import dev.parley.channel.Attachment;
import dev.parley.channel.Content;
import dev.parley.channel.Reaction;
import dev.parley.channel.ReplyButton;
import dev.parley.outbox.Courier.OutgoingMessage;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The request bodies of the [Send
/// API](https://developers.facebook.com/docs/messenger-platform/reference/send-api/).
final class SendBody {
    private SendBody() {}

    /// {@return the body that sends this message}
    static Map<String, Object> of(OutgoingMessage outgoing) {
        var body = to(outgoing.to());
        if (outgoing.extended()) {
            body.put("messaging_type", "MESSAGE_TAG");
            body.put("tag", "HUMAN_AGENT");
        } else {
            body.put("messaging_type", "RESPONSE");
        }
        body.put("message", message(outgoing));
        if (outgoing.replyTo() != null) {
            body.put("reply_to", Map.of("mid", outgoing.replyTo()));
        }
        return body;
    }

    /// {@return the body that puts this reaction on a message, or removes the existing one}
    static Map<String, Object> of(Address to, String mid, @Nullable Reaction reaction) {
        var body = to(to);
        body.put("sender_action", reaction == null ? "unreact" : "react");
        body.put("payload", reaction == null ? about(mid) : about(mid, reaction));
        return body;
    }

    private static Map<String, Object> to(Address address) {
        var body = new LinkedHashMap<String, Object>();
        body.put("recipient", Map.of("id", address.person()));
        return body;
    }

    private static Map<String, String> about(String mid) {
        return Map.of("message_id", mid);
    }

    private static Map<String, String> about(String mid, Reaction reaction) {
        return Map.of("message_id", mid, "reaction", reaction.name().toLowerCase(Locale.ROOT));
    }

    private static Map<String, Object> message(OutgoingMessage outgoing) {
        var message = new LinkedHashMap<String, Object>();
        switch (outgoing.content()) {
            case Content.Text(var text) -> message.put("text", text);
            case Content.Question(var text, var buttons) -> {
                message.put("text", text);
                message.put("quick_replies", quickReplies(buttons));
            }
            case Content.Files(_, var files) -> message.put("attachment", attachment(files));
            default -> throw new IllegalStateException("Cannot send " + outgoing.content());
        }
        message.put("metadata", outgoing.reference());
        return message;
    }

    /// The file itself is sent in another part of the form.
    private static Map<String, Object> attachment(List<Attachment> files) {
        var type = files.getFirst().type().name().toLowerCase(Locale.ROOT);
        return Map.of("type", type, "payload", Map.of("is_reusable", false));
    }

    private static List<Map<String, String>> quickReplies(List<ReplyButton> buttons) {
        return buttons.stream()
                .map(button ->
                        Map.of(
                                "content_type", "text",
                                "title", button.title(),
                                "payload", button.payload()))
                .toList();
    }
}
