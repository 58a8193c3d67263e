package dev.parley.identity;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A key for a program that acts as a user. The key itself is not kept.
///
/// @param createdBy null when Parley did it by itself
public record ApiToken(
        UUID id,
        UserId user,
        String name,
        Instant createdAt,
        @Nullable UserId createdBy,
        @Nullable Instant lastUsedAt,
        @Nullable Instant revokedAt) {

    /// A token just issued, and the key: told this once.
    public record Issued(UUID id, String key) {
        @Override
        public String toString() {
            return "Issued[" + id + "]";
        }
    }
}
