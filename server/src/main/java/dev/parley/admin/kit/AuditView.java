package dev.parley.admin.kit;

import java.time.Instant;
import java.util.List;

/// A part of the audit log.
///
/// @param all how many entries there are, those included that are not shown
/// @param people who can be looked for
/// @param kinds of things that can be looked for
public record AuditView(
        Listing listing, List<Line> lines, long all, List<Choice> people, List<Choice> kinds) {
    public AuditView {
        lines = List.copyOf(lines);
        people = List.copyOf(people);
        kinds = List.copyOf(kinds);
    }

    /// One entry.
    ///
    /// @param subject what it was done to, as far as its name is known
    public record Line(Instant at, String who, String what, String subject, List<Change> changes) {
        public Line {
            changes = List.copyOf(changes);
        }
    }

    /// One thing that became another.
    ///
    /// @param before empty where there was nothing
    /// @param after empty where there is nothing
    public record Change(String what, String before, String after) {}
}
