package dev.parley.desk.view;

import org.jspecify.annotations.Nullable;

/// What protects the people of a conversation, in its header.
///
/// @param mayDownload whether the user may download its transcript
/// @param blocked that its customer is blocked; null if they are not
public record HeadPrivacy(
        boolean mayDownload, boolean mayBlock, boolean mayLift, @Nullable BlockedView blocked) {
    /// {@return whether there is anything to choose}
    public boolean any() {
        return mayDownload || mayBlock || mayLift;
    }

    /// That a customer is blocked.
    ///
    /// @param text who blocked them, and when
    public record BlockedView(String text, String reason) {}
}
