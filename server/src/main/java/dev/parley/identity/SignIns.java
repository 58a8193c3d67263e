package dev.parley.identity;

/// Which sign-ins go on: for answers that last longer than a moment. A request is looked at when it
/// comes; these have to be looked at again.
public interface SignIns {
    /// {@return whether this browser is still signed in as this user, with the same rights}
    ///
    /// @param session the id of the browser's session
    boolean goesOn(SignedIn me, String session);
}
