package dev.parley.team;

import dev.parley.identity.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A line in which conversations wait for its members.
///
/// @param priority a smaller one is served first
/// @param isDefault whether all agents belong to it, whoever they are; there is one such queue, and
///   only its priority and method change
/// @param members how many users were put into it; none in the default queue
/// @param createdBy null for what comes with Parley
/// @param changedBy null while nobody changed what comes with Parley
public record Queue(
        QueueId id,
        String name,
        int priority,
        AssignmentMethod method,
        boolean isDefault,
        int members,
        Instant createdAt,
        @Nullable UserId createdBy,
        Instant changedAt,
        @Nullable UserId changedBy,
        int revision) {}
