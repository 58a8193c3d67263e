package dev.parley.identity;

import dev.parley.platform.language.Language;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What must be known to create a user.
public record NewUser(
        String signInName, String displayName, Set<Role> roles, @Nullable Language language) {
    public NewUser {
        roles = Set.copyOf(roles);
    }

    /// What the audit keeps of them.
    Map<String, Object> told() {
        return Map.of("signInName", signInName, "displayName", displayName, "roles", roles);
    }
}
