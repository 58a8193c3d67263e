package dev.parley.workstream;

/// What came of a wish to create or change a workstream.
public sealed interface WorkstreamChange {
    record Done(WorkstreamId id) implements WorkstreamChange {}

    /// Another workstream has this name; nothing was saved.
    record NameTaken() implements WorkstreamChange {}

    /// The queue was deleted meanwhile; nothing was saved.
    record QueueGone() implements WorkstreamChange {}

    /// Another queue has the name of the new one; nothing was saved.
    record QueueNameTaken() implements WorkstreamChange {}

    /// Somebody else was first; nothing was saved.
    ///
    /// @param now how it stands
    record Overtaken(Workstream now) implements WorkstreamChange {}

    /// Somebody deleted it meanwhile.
    record Gone() implements WorkstreamChange {}
}
