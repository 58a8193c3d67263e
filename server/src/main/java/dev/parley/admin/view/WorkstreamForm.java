package dev.parley.admin.view;

import dev.parley.workstream.Workstream;

/// The form of a workstream, as typed.
///
/// @param queue the id of its fallback queue
/// @param revision of the workstream when the form was opened
public record WorkstreamForm(String name, String queue, int revision) {
    /// {@return the initial form}
    public static WorkstreamForm of(Workstream workstream) {
        return new WorkstreamForm(
                workstream.name(), workstream.fallbackQueue().toString(), workstream.revision());
    }

    /// {@return the same form, to overwrite a concurrent change}
    public WorkstreamForm over(int otherRevision) {
        return new WorkstreamForm(name, queue, otherRevision);
    }
}
