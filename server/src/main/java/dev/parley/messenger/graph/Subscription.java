package dev.parley.messenger.graph;

/// The result of asking Meta to send us a page's events, or to stop.
public sealed interface Subscription {
    record Subscribed() implements Subscription {}

    /// Nothing was changed.
    ///
    /// @param cause the stable code of the text that users see
    /// @param detail in Meta's own words; never contains a token
    record Refused(String cause, String detail) implements Subscription {}
}
