package dev.parley.messenger.graph;

/// Whether Meta sends us what happens on a page.
public sealed interface SubscriptionStatus {
    /// Meta said so.
    ///
    /// @param app whether the app is active and calls us
    /// @param page whether the app is installed on the page with all that we read
    record Seen(boolean app, boolean page) implements SubscriptionStatus {}

    /// Meta did not say.
    ///
    /// @param cause the stable code under which people read about it
    /// @param detail in Meta's own words; never with a token in it
    record CannotTell(String cause, String detail) implements SubscriptionStatus {}
}
