package dev.parley.admin.view;

import java.time.Instant;

/// Who made something, and who changed it last.
public record Attributed(
        Instant createdAt, String createdBy, Instant changedAt, String changedBy) {}
