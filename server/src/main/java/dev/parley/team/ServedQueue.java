package dev.parley.team;

import dev.parley.identity.UserId;
import java.time.Instant;
import java.util.Map;

/// A queue as work distribution sees it.
///
/// @param members when each member was added to it; empty in the default queue, which all agents
///   serve
public record ServedQueue(
        QueueId id,
        String name,
        int priority,
        AssignmentMethod method,
        boolean isDefault,
        Map<UserId, Instant> members) {
    public ServedQueue {
        members = Map.copyOf(members);
    }

    public boolean isServedBy(UserId agent) {
        return isDefault || members.containsKey(agent);
    }

    /// {@return when this agent was added to it; the epoch in the default queue}
    public Instant joinedAt(UserId agent) {
        return members.getOrDefault(agent, Instant.EPOCH);
    }
}
