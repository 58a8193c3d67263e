package dev.parley.identity.signin;

/// The user's own account.
///
/// @param language a tag; empty to use the browser's
/// @param nameProblem a message; empty for none
/// @param saved whether to show that it was saved
public record OwnAccountView(
        String displayName, String language, String nameProblem, boolean saved) {}
