package dev.parley.desk.view;

import org.jspecify.annotations.Nullable;

/// An emoji that somebody put on a message.
///
/// @param ours null where it is the customer's
public record ReactionView(String emoji, String by, @Nullable Ours ours) {
    /// What is to become of our own.
    ///
    /// @param wanted the name of the reaction that it is to be; empty when it is to go
    /// @param pending whether the channel has yet to take it
    /// @param error a sentence that says why the channel did not; null while there is none
    public record Ours(String wanted, boolean pending, @Nullable String error) {}
}
