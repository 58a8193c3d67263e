package dev.parley.identity;

/// An active user, as colleagues name them.
///
/// @param sharesName whether another active user has this display name, or signs in with it
public record Colleague(UserId id, String displayName, String signInName, boolean sharesName) {
    /// {@return the name that means only this user}
    public String uniqueName() {
        return sharesName ? signInName : displayName;
    }
}
