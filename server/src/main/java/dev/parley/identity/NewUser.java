package dev.parley.identity;

import dev.parley.platform.language.Language;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The data to create a user.
public record NewUser(
        String signInName, String displayName, Set<Role> roles, @Nullable Language language) {
    public NewUser {
        roles = Set.copyOf(roles);
    }

    /// The values for the audit log.
    Map<String, Object> auditValues() {
        return Map.of("signInName", signInName, "displayName", displayName, "roles", roles);
    }
}
