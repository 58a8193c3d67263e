package dev.parley.desk.view;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One result of a search: a conversation, or a message in it.
///
/// @param messageId the message at which the conversation is opened; null for the newest
/// @param name the customer's
/// @param by who wrote the message, if not the customer
/// @param excerpt the message around what was found; empty for a conversation
public record SearchRowView(
        UUID conversationId,
        @Nullable UUID messageId,
        List<Part> name,
        @Nullable String pictureUrl,
        long number,
        String endpointName,
        ConversationState state,
        @Nullable String agentName,
        Instant at,
        @Nullable String by,
        List<Part> excerpt) {
    public SearchRowView {
        name = List.copyOf(name);
        excerpt = List.copyOf(excerpt);
    }

    public String customerName() {
        return String.join("", name.stream().map(Part::text).toList());
    }

    /// {@return the URL that opens it}
    ///
    /// @param list the view beside it, as in a URL
    public String address(String list) {
        return "/desk/conversations/%s?%s%s"
                .formatted(conversationId, list, messageId == null ? "" : "&at=" + messageId);
    }

    /// {@return an id for its element}
    public String key() {
        return messageId == null ? "conversation-" + conversationId : messageId.toString();
    }

    /// A part of a text.
    ///
    /// @param found whether it is what was searched for
    public record Part(String text, boolean found) {}
}
