package dev.parley.workstream;

import java.util.List;

/// The result of deleting a workstream.
public sealed interface WorkstreamDeletion {
    record Deleted() implements WorkstreamDeletion {}

    /// These endpoints are set up in it; nothing was changed.
    record EndpointsRemain(List<ChannelInstance> instances) implements WorkstreamDeletion {
        public EndpointsRemain {
            instances = List.copyOf(instances);
        }
    }

    /// It handles the endpoints that are not set up: another one must be made the default first.
    record IsDefault() implements WorkstreamDeletion {}
}
