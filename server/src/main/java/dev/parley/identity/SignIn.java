package dev.parley.identity;

import java.time.Duration;

/// The result of an attempt to sign in.
public sealed interface SignIn {
    record Welcome(SignedIn user) implements SignIn {}

    /// Name or password is wrong; which one is not disclosed.
    record Wrong() implements SignIn {}

    record Wait(Duration time) implements SignIn {}
}
