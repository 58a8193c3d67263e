package dev.parley.identity;

import java.time.Duration;

/// The result of asking a signed-in user for the current password.
public sealed interface Confirmation {
    record Confirmed() implements Confirmation {}

    record WrongPassword() implements Confirmation {}

    /// There were too many attempts.
    ///
    /// @param time until the next attempt, positive
    record Throttled(Duration time) implements Confirmation {}
}
