package dev.parley.identity;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A key for a program that acts as a user. The key itself is not stored.
///
/// @param createdBy null if Parley created it automatically
/// @param expiresAt null if it never expires
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

    /// {@return whether it has expired, and so is refused}
    public boolean expired(Instant now) {
        return expiresAt != null && !now.isBefore(expiresAt);
    }

    /// A newly issued token with its key, which is shown only once.
    public record Issued(UUID id, String key) {
        @Override
        public String toString() {
            return "Issued[" + id + "]";
        }
    }
}
