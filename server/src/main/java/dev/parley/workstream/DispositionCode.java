package dev.parley.workstream;

import dev.parley.identity.UserId;
import java.time.Instant;

/// What came of a conversation, such as *Refund*.
public record DispositionCode(
        DispositionCodeId id,
        DispositionCodeDraft content,
        Instant createdAt,
        UserId createdBy,
        Instant changedAt,
        UserId changedBy,
        int revision) {}
