package dev.parley.desk.view;

import dev.parley.team.Presence;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Waiting conversations, and the agents.
///
/// @param queues in the order in which they are served
/// @param agents reachable agents first
public record SupervisionView(List<QueueLine> queues, List<AgentLine> agents) {
    public SupervisionView {
        queues = List.copyOf(queues);
        agents = List.copyOf(agents);
    }

    public int waiting() {
        return queues.stream().mapToInt(QueueLine::waiting).sum();
    }

    public long reachable() {
        return agents.stream().filter(AgentLine::reachable).count();
    }

    /// The waiting conversations of one queue.
    ///
    /// @param name null for the default queue
    /// @param since since when the first of them has been waiting; null when none waits
    public record QueueLine(@Nullable String name, int waiting, @Nullable Instant since) {}

    /// The presence and work of one agent.
    ///
    /// @param reachable whether the agent has an open desk
    /// @param active how many active conversations the agent has
    /// @param wrappingUp how many conversations the agent has in wrap-up
    public record AgentLine(
            String name, Presence presence, boolean reachable, int active, int wrappingUp) {}
}
