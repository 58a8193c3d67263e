package dev.parley.identity;

import java.time.Duration;

/// The result of an attempt to sign in.
public sealed interface SignIn {
    /// Name and password are right.
    ///
    /// @param device the id by which the browser is known from now on
    record Success(SignedIn user, String device) implements SignIn {}

    /// Name or password is wrong; which one is not disclosed.
    record WrongCredentials() implements SignIn {}

    record Throttled(Duration time) implements SignIn {}
}
