package dev.parley.identity;

import java.time.Duration;

/// What came of an attempt to sign in.
public sealed interface SignIn {
    record Welcome(SignedIn user) implements SignIn {}

    /// Name or password is wrong; which one is nobody's business.
    record Wrong() implements SignIn {}

    record Wait(Duration time) implements SignIn {}
}
