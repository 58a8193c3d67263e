package dev.parley.admin.view;

import dev.parley.admin.kit.Attributed;
import dev.parley.admin.kit.Listing;
import dev.parley.workstream.Workstream;
import java.util.List;

/// The list of workstreams.
///
/// @param all how many there are, those included that are not shown
/// @param notice in words; empty for none
public record WorkstreamsView(Listing listing, List<Line> lines, long all, String notice) {
    public WorkstreamsView {
        lines = List.copyOf(lines);
    }

    /// One workstream.
    ///
    /// @param channel what people call its channel
    /// @param mode in words
    /// @param queue as its fallback queue is called on screens
    /// @param pages how many are set up in it
    public record Line(
            Workstream workstream,
            String channel,
            String mode,
            String queue,
            int pages,
            Attributed made) {}
}
