package dev.parley.admin.view;

import dev.parley.admin.kit.ChangeInfo;
import dev.parley.platform.web.Problems;
import dev.parley.team.Queue;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The page of a queue, or the form for a new one.
///
/// @param queue null for a new one
/// @param name the displayed name
/// @param agents the agents who can be members
/// @param usedBy the workstreams whose fallback queue it is
/// @param uses the reasons why it cannot be deleted; empty if it can
/// @param made who created it and who changed it last; null for a new one
/// @param notice a message; empty for none
public record QueueView(
        @Nullable Queue queue,
        String name,
        QueueForm form,
        List<Member> agents,
        List<String> usedBy,
        List<String> uses,
        @Nullable ChangeInfo made,
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

    /// A member, or an agent who can be one.
    ///
    /// @param able whether the user is still an agent
    public record Member(UUID id, String name, String signInName, boolean chosen, boolean able) {}
}
