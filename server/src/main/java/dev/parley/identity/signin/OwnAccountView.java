package dev.parley.identity.signin;

/// One's own account.
///
/// @param language a tag, or empty to go by the browser
/// @param nameProblem in words; empty for none
/// @param saved whether to say so
public record OwnAccountView(
        String displayName, String language, String nameProblem, boolean saved) {}
