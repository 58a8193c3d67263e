package dev.parley.identity;

import java.time.Duration;

/// The result of asking a signed-in user for the current password.
public sealed interface Confirmation {
    record Right() implements Confirmation {}

    record Wrong() implements Confirmation {}

    /// There were too many attempts.
    ///
    /// @param time until the next attempt, positive
    record Wait(Duration time) implements Confirmation {}
}
