package dev.parley.platform;

import java.util.List;

/// A part of a long list.
///
/// @param all the number of rows in the whole list, or one more than are counted
public record Sliced<T>(List<T> rows, long all) {
    public Sliced {
        rows = List.copyOf(rows);
    }
}
