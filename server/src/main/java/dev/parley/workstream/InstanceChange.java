package dev.parley.workstream;

/// The result of setting up an endpoint, or of changing how it is set up.
public sealed interface InstanceChange {
    record Done(ChannelInstance instance) implements InstanceChange {}

    /// The endpoint is already set up in this workstream; nothing was saved.
    record SetUpIn(Workstream workstream) implements InstanceChange {}

    /// It was changed in the meantime; nothing was saved.
    ///
    /// @param now its current state
    record Conflict(ChannelInstance now) implements InstanceChange {}

    /// The workstream, or the instance, was deleted in the meantime.
    record Gone() implements InstanceChange {}
}
