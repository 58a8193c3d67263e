package dev.parley.platform;

/// The requested part of a long list, and its order.
///
/// @param search the search text, without space around it; empty for everything
/// @param sort the name of a column
/// @param descending whether the order is descending
/// @param limit the maximum number of rows
/// @param offset the number of rows before them
public record PageRequest(String search, String sort, boolean descending, int limit, long offset) {
    /// {@return the same with the search text as it is compared with folded texts}
    public PageRequest folded() {
        return new PageRequest(FoldedText.of(search), sort, descending, limit, offset);
    }
}
