package dev.parley.identity;

/// Checks whether sign-ins are still valid, for long-lived responses. An ordinary request is
/// checked when it arrives; these must be checked repeatedly.
public interface SignIns {
    /// {@return whether this browser is still signed in as this user, with the same rights}
    ///
    /// @param session the id of the browser's session
    boolean isActive(SignedIn me, String session);
}
