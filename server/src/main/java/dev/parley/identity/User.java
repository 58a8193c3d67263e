package dev.parley.identity;

import dev.parley.platform.language.Language;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A person who can sign in.
///
/// @param signInName the name to sign in with; case-insensitive
/// @param language null to use the browser's
/// @param mustChangePassword while true, the user can do nothing else
/// @param createdBy null if Parley created the user automatically
public record User(
        UserId id,
        String signInName,
        String displayName,
        Set<Role> roles,
        @Nullable Language language,
        boolean active,
        boolean mustChangePassword,
        Instant createdAt,
        @Nullable UserId createdBy,
        Instant changedAt,
        @Nullable UserId changedBy,
        @Nullable Instant lastSignedInAt,
        int revision) {

    public User {
        roles = Set.copyOf(roles);
    }

    public boolean is(Role role) {
        return roles.contains(role);
    }

    public Optional<Instant> lastSignIn() {
        return Optional.ofNullable(lastSignedInAt);
    }

    /// {@return the same user with another name and language}
    User renamed(String newDisplayName, @Nullable Language newLanguage) {
        return changed(newDisplayName, roles, newLanguage, active, revision);
    }

    /// {@return this user with these changes}
    ///
    /// @param at the revision that was read
    public User changed(
            String newDisplayName,
            Set<Role> newRoles,
            @Nullable Language newLanguage,
            boolean nowActive,
            int at) {
        return new User(
                id,
                signInName,
                newDisplayName,
                newRoles,
                newLanguage,
                nowActive,
                mustChangePassword,
                createdAt,
                createdBy,
                changedAt,
                changedBy,
                lastSignedInAt,
                at);
    }

    /// The values for the audit log.
    Map<String, Object> auditValues() {
        return Map.of(
                "displayName", displayName,
                "roles", roles,
                "language", language == null ? "" : language.tag(),
                "active", active);
    }
}
