package dev.parley.workstream;

import dev.parley.channel.ChannelKind;
import dev.parley.identity.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// An endpoint set up in a workstream. An endpoint is set up in at most one.
///
/// @param endpoint the channel's id of it
public record ChannelInstance(
        ChannelKind channel,
        String endpoint,
        WorkstreamId workstream,
        InstanceSettings settings,
        Instant createdAt,
        @Nullable UserId createdBy,
        Instant changedAt,
        @Nullable UserId changedBy,
        int revision) {
    /// {@return the same, as it was read at this revision}
    public ChannelInstance at(int otherRevision) {
        return new ChannelInstance(
                channel,
                endpoint,
                workstream,
                settings,
                createdAt,
                createdBy,
                changedAt,
                changedBy,
                otherRevision);
    }
}
