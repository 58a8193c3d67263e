package dev.parley.desk.view;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One conversation in the list.
///
/// @param preview the last words, on one line
/// @param previewOurs whether those were written by us
/// @param agentName who has it, where that is somebody else
/// @param notSent whether a message of ours in it failed or is unknown
public record WorkItemView(
        UUID conversationId,
        long number,
        String customerName,
        @Nullable String pictureUrl,
        String endpointName,
        String preview,
        boolean previewOurs,
        Instant lastMessageAt,
        int unread,
        State state,
        WindowView window,
        @Nullable String agentName,
        boolean notSent,
        boolean selected) {}
