package dev.parley.tag;

import dev.parley.identity.UserId;
import java.time.Instant;

/// A tag.
///
/// @param name of 1 to [TagName#LONGEST] characters
/// @param revision counts its changes
public record Tag(
        TagId id,
        String name,
        Instant createdAt,
        UserId createdBy,
        Instant changedAt,
        UserId changedBy,
        int revision) {}
