package dev.parley.platform;

import java.util.Map;

/// Which part of a long list is wanted, and in which order.
///
/// @param search what is sought, without space around it; empty for everything
/// @param sort the name of a column
/// @param falling whether the greatest comes first
/// @param limit how many rows at most
/// @param offset how many rows come before them
public record Slice(String search, String sort, boolean falling, int limit, long offset) {
    /// {@return what stands after `order by`}
    ///
    /// @param columns what each sort means in SQL; one that is not named here falls back to the
    ///   second argument, so that nothing typed ever reaches the database
    /// @param usual the name of the column that the list is sorted by otherwise
    public String order(Map<String, String> columns, String usual) {
        var column = columns.getOrDefault(sort, columns.getOrDefault(usual, "id"));
        return "%s %s nulls last, id".formatted(column, falling ? "desc" : "asc");
    }
}
