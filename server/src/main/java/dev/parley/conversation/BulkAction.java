package dev.parley.conversation;

import dev.parley.identity.UserId;
import dev.parley.tag.TagId;
import java.time.Instant;

/// What is done with many conversations at once.
public sealed interface BulkAction {
    /// What moves them to another state.
    sealed interface Moving extends BulkAction {}

    /// Assigns open ones to this agent.
    record Assign(UserId agent) implements Moving {}

    /// Snoozes the user's own.
    record Snooze(Instant until) implements Moving {}

    /// Closes the user's own, after the time in which this can be undone. It ends those that are
    /// active or waiting.
    record Close() implements Moving {}

    /// Adds a tag to them, or removes it.
    ///
    /// @param added false to remove it
    record Tagging(TagId tag, boolean added) implements BulkAction {}
}
