package dev.parley.desk.view;

import java.time.Instant;
import java.util.UUID;

/// An earlier conversation with the same person.
public record EarlierView(
        UUID conversationId,
        long number,
        ConversationState state,
        Instant startedAt,
        String lastMessageTime) {}
