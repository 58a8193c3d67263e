package dev.parley.platform;

import java.util.List;

/// A part of a long list.
///
/// @param all the number of rows in the whole list, or one more than are counted
public record PagedRows<T>(List<T> rows, long all) {
    public PagedRows {
        rows = List.copyOf(rows);
    }
}
