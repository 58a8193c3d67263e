package dev.parley.messenger.graph;

/// Told after Meta was asked to send us what happens on a page, or to stop, and did so.
///
/// @param page by Meta's id
public record PageSubscribed(String page) {}
