package dev.parley.conversation;

import dev.parley.identity.UserId;
import java.time.Instant;

/// What is done with many conversations at once.
public sealed interface BulkAction {
    /// Assigns open ones to this agent.
    record Assign(UserId agent) implements BulkAction {}

    /// Snoozes the user's own.
    record Snooze(Instant until) implements BulkAction {}

    /// Closes the user's own, after the time in which this can be undone. It ends those that are
    /// active or waiting.
    record Close() implements BulkAction {}
}
