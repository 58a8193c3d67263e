package dev.parley.engagement.macro;

import dev.parley.identity.User;
import dev.parley.identity.UserId;
import dev.parley.tag.Tag;
import dev.parley.tag.TagId;
import dev.parley.team.Queue;
import dev.parley.team.QueueId;
import dev.parley.workstream.DispositionCode;
import dev.parley.workstream.DispositionCodeId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What the steps of macros can refer to now, each by name.
///
/// @param agents the active ones
/// @param codes those that can be chosen
/// @param tags all, also by the ids of those that were merged into them
public record StepTargets(
        List<Queue> queues, List<User> agents, List<DispositionCode> codes, Map<TagId, Tag> tags) {
    public StepTargets {
        queues = List.copyOf(queues);
        agents = List.copyOf(agents);
        codes = List.copyOf(codes);
        tags = Map.copyOf(tags);
    }

    /// {@return the tag with this id, or the one that it was merged into; empty if it was deleted}
    public Optional<Tag> tag(TagId id) {
        return Optional.ofNullable(tags.get(id));
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
