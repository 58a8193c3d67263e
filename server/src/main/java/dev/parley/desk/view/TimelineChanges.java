package dev.parley.desk.view;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;

import java.util.List;
import java.util.Set;

/// The rows of a timeline that a page does not show yet.
///
/// @param rows all rows of the timeline
/// @param known the versions of the rows that the page shows; empty for a page that shows none
public record TimelineChanges(List<TimelineRow> rows, Set<String> known) {
    public TimelineChanges {
        rows = List.copyOf(rows);
        known = Set.copyOf(known);
    }

    /// {@return whether only the rows are sent that the page does not show}
    public boolean isPartial() {
        return !known.isEmpty();
    }

    public boolean isSent(TimelineRow row) {
        return !known.contains(row.version());
    }

    /// {@return the id of the row after which the page inserts this one; empty for the first row}
    public String previousId(int index) {
        return index == 0 ? "" : rows.get(index - 1).id();
    }

    /// {@return the versions of the rows that the page removes, separated by spaces}
    public String removedVersions() {
        var current = rows.stream().map(TimelineRow::version).collect(toSet());
        return known.stream().filter(one -> !current.contains(one)).collect(joining(" "));
    }
}
