package dev.parley.desk.view;

import org.jspecify.annotations.Nullable;

/// A reaction to a message.
///
/// @param ours null when it is the customer's
public record ReactionView(String emoji, String by, @Nullable Ours ours) {
    /// The state of the company's own reaction.
    ///
    /// @param wanted the name of the chosen reaction; empty when it is to be removed
    /// @param pending whether the channel has not yet accepted it
    /// @param error a sentence why the channel refused it; null while there is none
    public record Ours(String wanted, boolean pending, @Nullable String error) {}
}
