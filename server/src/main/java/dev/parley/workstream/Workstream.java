package dev.parley.workstream;

import dev.parley.channel.ChannelKind;
import dev.parley.identity.UserId;
import dev.parley.team.QueueId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How conversations of a set of endpoints are handled.
///
/// @param name of 1 to 100 characters; no two have the same, upper or lower case
/// @param channel of all its endpoints
/// @param mode settled when it was created
/// @param fallbackQueue where its conversations wait
/// @param isDefault whether it handles the endpoints that nobody has set up too; one workstream
///   does
/// @param createdBy null for what comes with Parley
/// @param changedBy null while nobody changed what comes with Parley
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
