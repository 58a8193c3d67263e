package dev.parley.engagement.web.view;

import dev.parley.admin.kit.ChangeInfo;
import dev.parley.admin.kit.Listing;
import java.util.List;
import java.util.UUID;

/// The list of a library's macros.
///
/// @param all the total number of macros
/// @param notice a message; empty for none
public record MacrosView(Place place, Listing listing, List<Line> lines, long all, String notice) {
    public MacrosView {
        lines = List.copyOf(lines);
    }

    /// One macro.
    ///
    /// @param steps what they do, in their order
    /// @param workstreams their names; empty for all
    /// @param noWorkstream whether it is restricted to workstreams that were all deleted
    public record Line(
            UUID id,
            String title,
            List<String> steps,
            List<String> workstreams,
            boolean noWorkstream,
            ChangeInfo made) {
        public Line {
            steps = List.copyOf(steps);
            workstreams = List.copyOf(workstreams);
        }
    }
}
