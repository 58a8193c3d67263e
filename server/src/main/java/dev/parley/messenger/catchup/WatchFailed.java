package dev.parley.messenger.catchup;

/// Published once when a page can no longer be checked.
///
/// @param page Meta's id of the page
public record WatchFailed(String page) {}
