package dev.parley.admin.view;

import dev.parley.admin.kit.Attributed;
import dev.parley.admin.kit.Listing;
import dev.parley.team.Queue;
import java.util.List;

/// The list of queues.
///
/// @param all how many there are, those included that are not shown
/// @param notice in words; empty for none
public record QueuesView(Listing listing, List<Line> lines, long all, String notice) {
    public QueuesView {
        lines = List.copyOf(lines);
    }

    /// One queue.
    ///
    /// @param name as it is called on screens
    /// @param method in words
    public record Line(Queue queue, String name, String method, Attributed made) {}
}
