package dev.parley.workstream;

import dev.parley.channel.ChannelKind;
import dev.parley.team.QueueId;

/// What an administrator says of a workstream.
///
/// @param channel settled when it is created
/// @param mode settled when it is created
public record WorkstreamDraft(
        String name,
        ChannelKind channel,
        DistributionMode mode,
        QueueId fallbackQueue,
        WorkDistribution distribution) {
    /// {@return what is said of this workstream now}
    public static WorkstreamDraft of(Workstream workstream) {
        return new WorkstreamDraft(
                workstream.name(),
                workstream.channel(),
                workstream.mode(),
                workstream.fallbackQueue(),
                workstream.distribution());
    }

    /// {@return the same by another name}
    public WorkstreamDraft called(String newName) {
        return new WorkstreamDraft(newName, channel, mode, fallbackQueue, distribution);
    }

    /// {@return the same, falling back on another queue}
    public WorkstreamDraft fallingBackOn(QueueId queue) {
        return new WorkstreamDraft(name, channel, mode, queue, distribution);
    }

    /// {@return the same, shared out in another way}
    public WorkstreamDraft sharedOut(WorkDistribution otherwise) {
        return new WorkstreamDraft(name, channel, mode, fallbackQueue, otherwise);
    }
}
