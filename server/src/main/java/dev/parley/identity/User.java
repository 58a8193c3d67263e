package dev.parley.identity;

import dev.parley.platform.language.Language;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Somebody who can sign in.
///
/// @param signInName as they type it; upper and lower case do not matter
/// @param language null to go by the browser
/// @param mustChangePassword until then, nothing else is open to them
/// @param createdBy null when Parley did it by itself
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

    /// {@return the same user by another name, spoken to in another language}
    User called(String newDisplayName, @Nullable Language newLanguage) {
        return changed(newDisplayName, roles, newLanguage, active, revision);
    }

    /// {@return what this user is to become}
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

    /// What the audit keeps of a user.
    Map<String, Object> told() {
        return Map.of(
                "displayName", displayName,
                "roles", roles,
                "language", language == null ? "" : language.tag(),
                "active", active);
    }
}
