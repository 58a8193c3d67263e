package dev.parley.privacy;

import dev.parley.identity.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A rule that replaces a part of each text with `#` where it is shown.
///
/// @param createdBy null for the rules that come with Parley
/// @param changedBy null if nobody has changed it
/// @param revision counts its changes
public record MaskingRule(
        MaskingRuleId id,
        MaskedKind kind,
        MaskingDraft content,
        Instant createdAt,
        @Nullable UserId createdBy,
        Instant changedAt,
        @Nullable UserId changedBy,
        int revision) {}
