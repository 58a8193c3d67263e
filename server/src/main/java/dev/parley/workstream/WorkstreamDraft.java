package dev.parley.workstream;

import dev.parley.channel.ChannelKind;
import dev.parley.team.QueueId;

/// The fields of a workstream that an administrator edits.
///
/// @param channel cannot be changed after the creation
/// @param mode cannot be changed after the creation
public record WorkstreamDraft(
        String name,
        ChannelKind channel,
        DistributionMode mode,
        QueueId fallbackQueue,
        WorkDistribution distribution) {
    /// {@return the current fields of this workstream}
    public static WorkstreamDraft of(Workstream workstream) {
        return new WorkstreamDraft(
                workstream.name(),
                workstream.channel(),
                workstream.mode(),
                workstream.fallbackQueue(),
                workstream.distribution());
    }

    /// {@return the same with another name}
    public WorkstreamDraft withName(String newName) {
        return new WorkstreamDraft(newName, channel, mode, fallbackQueue, distribution);
    }

    /// {@return the same with another fallback queue}
    public WorkstreamDraft withFallbackQueue(QueueId queue) {
        return new WorkstreamDraft(name, channel, mode, queue, distribution);
    }

    /// {@return the same with another work distribution}
    public WorkstreamDraft withDistribution(WorkDistribution otherwise) {
        return new WorkstreamDraft(name, channel, mode, fallbackQueue, otherwise);
    }
}
