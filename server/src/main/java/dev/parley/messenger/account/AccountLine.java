package dev.parley.messenger.account;

import dev.parley.identity.UserId;
import java.time.Instant;

/// A messaging account as a list shows it.
public record AccountLine(
        MessagingAccountId id,
        String name,
        String applicationId,
        int pages,
        Instant createdAt,
        UserId createdBy,
        Instant changedAt,
        UserId changedBy) {}
