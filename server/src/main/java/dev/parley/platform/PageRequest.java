package dev.parley.platform;

/// Which part of a long list is wanted, and in which order.
///
/// @param search what is sought, without space around it; empty for everything
/// @param sort the name of a column
/// @param falling whether the greatest comes first
/// @param limit how many rows at most
/// @param offset how many rows come before them
public record PageRequest(String search, String sort, boolean falling, int limit, long offset) {}
