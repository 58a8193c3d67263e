package dev.parley.identity;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A key for a program that acts as a user. The key itself is not kept.
///
/// @param createdBy null when Parley did it by itself
/// @param expiresAt null for never
public record ApiToken(
        UUID id,
        UserId user,
        String name,
        Set<Scope> scopes,
        Instant createdAt,
        @Nullable UserId createdBy,
        @Nullable Instant expiresAt,
        @Nullable Instant lastUsedAt,
        @Nullable Instant revokedAt) {

    public ApiToken {
        scopes = Set.copyOf(scopes);
    }

    /// {@return whether it is refused since its time is over}
    public boolean expired(Instant now) {
        return expiresAt != null && !now.isBefore(expiresAt);
    }

    /// A token just issued, and the key: told this once.
    public record Issued(UUID id, String key) {
        @Override
        public String toString() {
            return "Issued[" + id + "]";
        }
    }
}
