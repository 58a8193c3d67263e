package dev.parley.simulator.world;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The content of a message.
public record Content(
        @Nullable String text,
        List<Attachment> attachments,
        List<Choice> quickReplies,
        @Nullable Choice quickReply,
        @Nullable Choice postback,
        @Nullable String replyTo) {
    public Content {
        attachments = List.copyOf(attachments);
        quickReplies = List.copyOf(quickReplies);
    }

    public static Content text(String text) {
        return new Content(text, List.of(), List.of(), null, null, null);
    }

    public static Content pressed(Choice button) {
        return new Content(button.title(), List.of(), List.of(), null, button, null);
    }

    public boolean isEmpty() {
        return (text == null || text.isBlank()) && attachments.isEmpty();
    }

    Content withText(String other) {
        return new Content(other, attachments, quickReplies, quickReply, postback, replyTo);
    }
}
