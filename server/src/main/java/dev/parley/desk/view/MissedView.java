package dev.parley.desk.view;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An offer that this agent did not answer.
///
/// @param conversationId null when it is now assigned to another agent
public record MissedView(UUID id, String customerName, Instant at, @Nullable UUID conversationId) {}
