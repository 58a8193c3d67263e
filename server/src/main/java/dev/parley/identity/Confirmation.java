package dev.parley.identity;

import java.time.Duration;

/// What came of asking somebody who is signed in for their current password.
public sealed interface Confirmation {
    record Right() implements Confirmation {}

    record Wrong() implements Confirmation {}

    /// It was tried too often.
    ///
    /// @param time until the next attempt, positive
    record Wait(Duration time) implements Confirmation {}
}
