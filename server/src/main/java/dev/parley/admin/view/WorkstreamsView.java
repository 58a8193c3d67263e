package dev.parley.admin.view;

import dev.parley.admin.kit.ChangeInfo;
import dev.parley.admin.kit.Listing;
import dev.parley.workstream.Workstream;
import java.util.List;

/// The list of workstreams.
///
/// @param all the total number of workstreams
/// @param notice a message; empty for none
public record WorkstreamsView(Listing listing, List<Line> lines, long all, String notice) {
    public WorkstreamsView {
        lines = List.copyOf(lines);
    }

    /// One workstream.
    ///
    /// @param channel the displayed name of its channel
    /// @param mode as text
    /// @param queue the displayed name of its fallback queue
    /// @param instances the number of endpoints set up in it
    public record Line(
            Workstream workstream,
            String channel,
            String mode,
            String queue,
            int instances,
            ChangeInfo made) {}
}
