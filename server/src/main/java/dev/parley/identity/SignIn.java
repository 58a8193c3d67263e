package dev.parley.identity;

import java.time.Duration;

/// The result of an attempt to sign in.
public sealed interface SignIn {
    record Success(SignedIn user) implements SignIn {}

    /// Name or password is wrong; which one is not disclosed.
    record WrongCredentials() implements SignIn {}

    record Throttled(Duration time) implements SignIn {}
}
