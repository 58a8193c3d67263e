package dev.parley.messenger.catchup;

/// Told once when a page cannot be looked after any more.
///
/// @param page by Meta's id
public record WatchFailed(String page) {}
