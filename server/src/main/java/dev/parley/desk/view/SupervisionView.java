package dev.parley.desk.view;

import dev.parley.team.Presence;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What waits, and who is there to take it.
///
/// @param queues in the order in which they are served
/// @param agents those who are there first
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

    /// What waits in one queue.
    ///
    /// @param name null for the default queue
    /// @param since when the first of those that wait began to; null where nothing waits
    public record QueueLine(@Nullable String name, int waiting, @Nullable Instant since) {}

    /// How one agent is, and what they have to do.
    ///
    /// @param reachable whether a desk of theirs is open
    /// @param active how many conversations are active with them
    /// @param wrappingUp how many they are finishing
    public record AgentLine(
            String name, Presence presence, boolean reachable, int active, int wrappingUp) {}
}
