package dev.parley.workstream;

/// The result of creating or changing a workstream.
public sealed interface WorkstreamChange {
    record Done(WorkstreamId id) implements WorkstreamChange {}

    /// Another workstream has this name; nothing was saved.
    record NameTaken() implements WorkstreamChange {}

    /// The queue was deleted in the meantime; nothing was saved.
    record QueueGone() implements WorkstreamChange {}

    /// Another queue has the name of the new one; nothing was saved.
    record QueueNameTaken() implements WorkstreamChange {}

    /// It was changed in the meantime; nothing was saved.
    ///
    /// @param now its current state
    record Conflict(Workstream now) implements WorkstreamChange {}

    /// It was deleted in the meantime.
    record Gone() implements WorkstreamChange {}
}
