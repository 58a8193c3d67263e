package dev.parley.messenger.setup;

import dev.parley.identity.UserId;
import java.time.Instant;

/// A page as a list shows it; its token stays sealed.
///
/// @param pageId Meta's name for it
/// @param tokenTail the last characters of the token
/// @param revision as [FacebookPage#revision]
public record FacebookPageLine(
        FacebookPageId id,
        String pageId,
        String name,
        String tokenTail,
        Instant changedAt,
        UserId changedBy,
        int revision) {}
