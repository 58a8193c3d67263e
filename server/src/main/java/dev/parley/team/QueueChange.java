package dev.parley.team;

/// The result of creating or changing a queue.
public sealed interface QueueChange {
    record Done(QueueId id) implements QueueChange {}

    /// Another queue has this name; nothing was saved.
    record NameTaken() implements QueueChange {}

    /// It was changed meanwhile; nothing was saved.
    ///
    /// @param now its current state
    record Conflict(Queue now) implements QueueChange {}

    /// It was deleted meanwhile.
    record Gone() implements QueueChange {}
}
