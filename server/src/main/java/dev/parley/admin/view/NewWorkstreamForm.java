package dev.parley.admin.view;

import dev.parley.workstream.DistributionMode;
import org.jspecify.annotations.Nullable;

/// What is typed about a new workstream, as typed.
///
/// @param channel the word of the channel that it is for
/// @param mode null while none is chosen
/// @param makesQueue whether its fallback queue is made with it
/// @param queue the id of the queue chosen otherwise
/// @param queueName of the queue that is made
public record NewWorkstreamForm(
        String name,
        String channel,
        @Nullable DistributionMode mode,
        boolean makesQueue,
        String queue,
        String queueName) {}
