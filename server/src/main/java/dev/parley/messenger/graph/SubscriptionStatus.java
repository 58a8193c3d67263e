package dev.parley.messenger.graph;

/// Whether Meta sends us a page's events.
public sealed interface SubscriptionStatus {
    /// The status that Meta returned.
    ///
    /// @param app whether the app is active and calls us
    /// @param page whether the app is installed on the page with all fields that we read
    record Seen(boolean app, boolean page) implements SubscriptionStatus {}

    /// Meta gave no usable answer.
    ///
    /// @param cause the stable code of the text that users see
    /// @param detail in Meta's own words; never contains a token
    record Unknown(String cause, String detail) implements SubscriptionStatus {}
}
