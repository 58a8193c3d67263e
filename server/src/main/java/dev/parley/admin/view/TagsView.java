package dev.parley.admin.view;

import dev.parley.admin.kit.Listing;
import dev.parley.platform.web.Problems;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// The tags of the installation, and who may create more.
///
/// @param all how many there are
/// @param agentsCreate whether agents may create tags
/// @param revision of this setting
/// @param notice a message; empty for none
public record TagsView(
        Listing listing,
        List<Line> lines,
        long all,
        boolean agentsCreate,
        int revision,
        String notice,
        Problems problems) {
    public TagsView {
        lines = List.copyOf(lines);
    }

    /// A tag.
    ///
    /// @param conversations how many have it
    /// @param createdBy the name of the user
    public record Line(
            UUID id, String name, long conversations, Instant createdAt, String createdBy) {}
}
