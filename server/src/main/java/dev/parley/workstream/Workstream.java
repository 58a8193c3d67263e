package dev.parley.workstream;

import dev.parley.channel.ChannelKind;
import dev.parley.identity.UserId;
import dev.parley.team.QueueId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How conversations of a set of endpoints are handled.
///
/// @param name of 1 to 100 characters; unique, ignoring case
/// @param channel of all its endpoints
/// @param mode cannot be changed after its creation
/// @param fallbackQueue where its conversations wait
/// @param isDefault whether it also handles the endpoints that are not set up; one workstream does
/// @param createdBy null for the workstream that is built in
/// @param changedBy null while the built-in workstream is unchanged
public record Workstream(
        WorkstreamId id,
        String name,
        ChannelKind channel,
        DistributionMode mode,
        QueueId fallbackQueue,
        WorkDistribution distribution,
        boolean isDefault,
        Instant createdAt,
        @Nullable UserId createdBy,
        Instant changedAt,
        @Nullable UserId changedBy,
        int revision) {}
