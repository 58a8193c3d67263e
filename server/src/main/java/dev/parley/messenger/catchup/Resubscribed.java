package dev.parley.messenger.catchup;

/// Told after Meta had stopped sending a page's events, as it does when nobody takes them, and was
/// asked for them again.
///
/// @param page by Meta's id
public record Resubscribed(String page) {}
