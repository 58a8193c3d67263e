package dev.parley.admin.view;

import dev.parley.admin.kit.Attributed;
import dev.parley.admin.kit.Problems;
import dev.parley.team.Queue;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The page of a queue, or the form for a new one.
///
/// @param queue null for a new one
/// @param name as it is called on screens
/// @param agents who can be put into it
/// @param usedBy the workstreams that fall back on it
/// @param uses why it cannot be deleted, in words; empty when it can
/// @param made who made it and who changed it last; null for a new one
/// @param notice in words; empty for none
public record QueueView(
        @Nullable Queue queue,
        String name,
        QueueForm form,
        List<Member> agents,
        List<String> usedBy,
        List<String> uses,
        @Nullable Attributed made,
        Problems problems,
        String notice) {
    public QueueView {
        agents = List.copyOf(agents);
        usedBy = List.copyOf(usedBy);
        uses = List.copyOf(uses);
    }

    public boolean isDefault() {
        return queue != null && queue.isDefault();
    }

    /// An agent who is in it, or may be.
    ///
    /// @param able whether they are an agent still
    public record Member(UUID id, String name, String signInName, boolean chosen, boolean able) {}
}
