package dev.parley.messenger.graph;

/// What came of asking Meta to send us what happens on a page.
public sealed interface Subscription {
    record Subscribed() implements Subscription {}

    /// Nothing was changed.
    ///
    /// @param cause the stable code under which people read about it
    /// @param detail in Meta's own words; never with a token in it
    record Refused(String cause, String detail) implements Subscription {}
}
