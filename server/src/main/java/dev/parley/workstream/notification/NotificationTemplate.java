package dev.parley.workstream.notification;

import dev.parley.identity.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How agents are notified on one occasion.
///
/// @param occasion cannot be changed after its creation
/// @param name empty for the default, which has a name in each language
/// @param isDefault whether workstreams use it that did not choose another
/// @param createdBy null for the default, which is built in
/// @param changedBy null while the default is unchanged
public record NotificationTemplate(
        NotificationTemplateId id,
        NotificationOccasion occasion,
        String name,
        boolean isDefault,
        NotificationContent content,
        Instant createdAt,
        @Nullable UserId createdBy,
        Instant changedAt,
        @Nullable UserId changedBy,
        int revision) {}
