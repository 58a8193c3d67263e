package dev.parley.admin.kit;

import java.time.Instant;

/// Who created something, and who changed it last.
public record ChangeInfo(
        Instant createdAt, String createdBy, Instant changedAt, String changedBy) {}
