package dev.parley.engagement.macro;

import dev.parley.identity.User;
import dev.parley.identity.UserId;
import dev.parley.team.Queue;
import dev.parley.team.QueueId;
import dev.parley.workstream.DispositionCode;
import dev.parley.workstream.DispositionCodeId;
import java.util.List;
import java.util.Optional;

/// What the steps of macros can refer to now, each by name.
///
/// @param agents the active ones
/// @param codes those that can be chosen
public record StepTargets(List<Queue> queues, List<User> agents, List<DispositionCode> codes) {
    public StepTargets {
        queues = List.copyOf(queues);
        agents = List.copyOf(agents);
        codes = List.copyOf(codes);
    }

    /// {@return the queue with this id; empty if it was deleted}
    public Optional<Queue> queue(QueueId id) {
        return queues.stream().filter(one -> one.id().equals(id)).findFirst();
    }

    /// {@return the agent with this id; empty if they are no active agent}
    public Optional<User> agent(UserId id) {
        return agents.stream().filter(one -> one.id().equals(id)).findFirst();
    }

    /// {@return the disposition code with this id; empty if it cannot be chosen}
    public Optional<DispositionCode> code(DispositionCodeId id) {
        return codes.stream().filter(one -> one.id().equals(id)).findFirst();
    }
}
