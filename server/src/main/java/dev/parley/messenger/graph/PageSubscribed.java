package dev.parley.messenger.graph;

/// Published after a page's events were subscribed to, or unsubscribed from, at Meta.
///
/// @param page Meta's id of the page
public record PageSubscribed(String page) {}
