package dev.parley.desk.view;

import dev.parley.desk.view.TypingView.Line;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One conversation in the list.
///
/// @param preview the last message, on one line
/// @param previewOurs whether the user wrote that
/// @param agentName the assigned agent; null when that is the viewer, or there is none
/// @param snoozedUntil null when it is not snoozed
/// @param waitingSince since when the customer waits for a reply; null when they do not
/// @param woken whether its snooze ended, and the agent has not opened it since
/// @param notSent whether a sent message in it failed or is unknown
/// @param drafted whether this user has typed a reply and not sent it
/// @param participates whether a colleague asked this user into it
/// @param tags the names of its tags
/// @param typing the colleague who is typing in it; null when nobody is
public record ConversationRowView(
        UUID conversationId,
        long number,
        String customerName,
        @Nullable String pictureUrl,
        String endpointName,
        String preview,
        boolean previewOurs,
        Instant lastMessageAt,
        int unread,
        ConversationState state,
        @Nullable Instant snoozedUntil,
        @Nullable Instant waitingSince,
        boolean woken,
        WindowView window,
        @Nullable String agentName,
        boolean notSent,
        boolean drafted,
        boolean participates,
        List<String> tags,
        @Nullable Line typing,
        boolean selected) {
    public ConversationRowView {
        tags = List.copyOf(tags);
    }
}
