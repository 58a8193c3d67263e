package dev.parley.team;

import dev.parley.identity.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A queue in which conversations wait for its members.
///
/// @param priority a smaller one is served first
/// @param isDefault whether all agents belong to it; there is one such queue, of which only the
///   priority and method can be changed
/// @param members how many users were added to it; none in the default queue
/// @param createdBy null for the queue that is built in
/// @param changedBy null while the built-in queue is unchanged
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
