package dev.parley.desk.view;

import dev.parley.team.Presence;
import java.util.List;
import java.util.UUID;

/// Where a conversation can be transferred.
public record TransferView(
        UUID conversationId,
        String customerName,
        List<QueueTarget> queues,
        List<AgentTarget> agents) {
    public TransferView {
        queues = List.copyOf(queues);
        agents = List.copyOf(agents);
    }

    /// A queue.
    ///
    /// @param available how many of its agents are available now
    public record QueueTarget(UUID id, String name, int available) {}

    /// An agent at an open desk.
    ///
    /// @param active how many active conversations they have
    public record AgentTarget(UUID id, String name, Presence presence, int active) {}
}
