package dev.parley.admin.kit;

import java.time.Instant;
import java.util.List;

/// A part of the audit log.
///
/// @param all the total number of entries
/// @param people the users to filter by
/// @param kinds the kinds of subjects to filter by
public record AuditView(
        Listing listing,
        List<Line> lines,
        long all,
        List<SelectOption> people,
        List<SelectOption> kinds) {
    public AuditView {
        lines = List.copyOf(lines);
        people = List.copyOf(people);
        kinds = List.copyOf(kinds);
    }

    /// One entry.
    ///
    /// @param subject the name of the subject, if known
    public record Line(Instant at, String who, String what, String subject, List<Change> changes) {
        public Line {
            changes = List.copyOf(changes);
        }
    }

    /// One changed value.
    ///
    /// @param before empty if there was no value
    /// @param after empty if there is no value
    public record Change(String what, String before, String after) {}
}
