package dev.parley.routing;

import dev.parley.identity.UserId;
import dev.parley.workstream.WorkstreamId;
import dev.parley.workstream.notification.NotificationOccasion;
import dev.parley.workstream.notification.NotificationTemplateId;
import org.jspecify.annotations.Nullable;

/// The rules of an offer, as they were when it was made.
///
/// @param workstream null for an offer of an earlier version of Parley, as the template
/// @param template may be deleted since
/// @param mayDecline whether the agent may decline it
/// @param automatic whether it is accepted without asking the agent
/// @param assignedBy who assigned the conversation; null unless a colleague did
public record OfferTerms(
        NotificationOccasion occasion,
        @Nullable WorkstreamId workstream,
        @Nullable NotificationTemplateId template,
        boolean mayDecline,
        boolean automatic,
        @Nullable UserId assignedBy) {}
