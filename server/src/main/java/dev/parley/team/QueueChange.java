package dev.parley.team;

/// The result of creating or changing a queue.
public sealed interface QueueChange {
    record Done(QueueId id) implements QueueChange {}

    /// Another queue has this name; nothing was saved.
    record NameTaken() implements QueueChange {}

    /// It was changed in the meantime; nothing was saved.
    ///
    /// @param now its current state
    record Conflict(Queue now) implements QueueChange {}

    /// It was deleted in the meantime.
    record Gone() implements QueueChange {}
}
