package dev.parley.admin.view;

import dev.parley.admin.kit.ChangeInfo;
import dev.parley.admin.kit.Listing;
import dev.parley.team.Queue;
import java.util.List;

/// The list of queues.
///
/// @param all the total number of queues
/// @param notice a message; empty for none
public record QueuesView(Listing listing, List<Line> lines, long all, String notice) {
    public QueuesView {
        lines = List.copyOf(lines);
    }

    /// One queue.
    ///
    /// @param name the displayed name
    /// @param method as text
    public record Line(Queue queue, String name, String method, ChangeInfo made) {}
}
