package dev.parley.desk.view;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The rows of a thread that a page does not show yet.
///
/// @param rows all rows of the thread
/// @param known the versions of the rows that the page shows; empty for a page that shows none
public record ThreadChanges(List<ThreadRow> rows, Set<String> known) {
    public ThreadChanges {
        rows = List.copyOf(rows);
        known = Set.copyOf(known);
    }

    /// {@return whether only the changed rows are sent}
    public boolean partial() {
        return !known.isEmpty();
    }

    public boolean isSent(ThreadRow row) {
        return !known.contains(row.version());
    }

    /// {@return the id of the row before this one, after which the page inserts it; null when all
    /// are sent}
    public @Nullable String after(int index) {
        return !partial() ? null : index == 0 ? "" : rows.get(index - 1).id();
    }

    /// {@return the versions that the page shows and the thread has no more; null when all are
    /// sent}
    public @Nullable String gone() {
        if (!partial()) {
            return null;
        }
        var current = rows.stream().map(ThreadRow::version).collect(toSet());
        return known.stream().filter(one -> !current.contains(one)).collect(joining(" "));
    }
}
