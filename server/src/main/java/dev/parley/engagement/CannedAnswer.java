package dev.parley.engagement;

import dev.parley.identity.UserId;
import java.time.Instant;

/// A prepared text that agents insert into their replies.
///
/// @param createdBy who created it
/// @param changedBy who changed it last
/// @param revision increases with each change
public record CannedAnswer(
        CannedAnswerId id,
        Library library,
        CannedAnswerDraft content,
        Instant createdAt,
        UserId createdBy,
        Instant changedAt,
        UserId changedBy,
        int revision) {}
