package dev.parley.tag;

import dev.parley.identity.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Who may create tags.
///
/// @param agentsCreate whether agents may; supervisors and administrators always may
/// @param changedAt null if it was never changed
/// @param changedBy null if it was never changed
/// @param revision counts its changes
public record TagSetting(
        boolean agentsCreate,
        @Nullable Instant changedAt,
        @Nullable UserId changedBy,
        int revision) {}
