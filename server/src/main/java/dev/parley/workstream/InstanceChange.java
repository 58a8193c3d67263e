package dev.parley.workstream;

/// What came of a wish to set an endpoint up, or to change how it is set up.
public sealed interface InstanceChange {
    record Done(ChannelInstance instance) implements InstanceChange {}

    /// The endpoint is set up in this workstream already; nothing was saved.
    record SetUpIn(Workstream workstream) implements InstanceChange {}

    /// Somebody else was first; nothing was saved.
    ///
    /// @param now how it stands
    record Overtaken(ChannelInstance now) implements InstanceChange {}

    /// The workstream, or the instance, was deleted meanwhile.
    record Gone() implements InstanceChange {}
}
