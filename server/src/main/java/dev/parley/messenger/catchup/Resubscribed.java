package dev.parley.messenger.catchup;

/// Published after a page was subscribed again, because Meta had stopped sending its events, as it
/// does when they are not accepted.
///
/// @param page Meta's id of the page
public record Resubscribed(String page) {}
