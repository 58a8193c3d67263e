package dev.parley.admin.view;

import dev.parley.workstream.DistributionMode;
import org.jspecify.annotations.Nullable;

/// The form of a new workstream, as typed.
///
/// @param channel the name of its channel
/// @param mode null if none is chosen
/// @param createsQueue whether its fallback queue is created with it
/// @param queue the id of the chosen queue otherwise
/// @param queueName the name of the queue to create
public record NewWorkstreamForm(
        String name,
        String channel,
        @Nullable DistributionMode mode,
        boolean createsQueue,
        String queue,
        String queueName) {}
