package dev.parley.team;

/// What came of a wish to create or change a queue.
public sealed interface QueueChange {
    record Done(QueueId id) implements QueueChange {}

    /// Another queue has this name; nothing was saved.
    record NameTaken() implements QueueChange {}

    /// Somebody else was first; nothing was saved.
    ///
    /// @param now how it stands
    record Overtaken(Queue now) implements QueueChange {}

    /// Somebody deleted it meanwhile.
    record Gone() implements QueueChange {}
}
