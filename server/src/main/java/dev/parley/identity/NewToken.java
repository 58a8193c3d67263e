package dev.parley.identity;

import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// An API token to issue.
///
/// @param lifetime how long it is valid; null if it never expires, which must be chosen explicitly
public record NewToken(String name, Set<Scope> scopes, @Nullable Duration lifetime) {
    public NewToken {
        scopes = Set.copyOf(scopes);
        if (scopes.isEmpty()) {
            throw new IllegalArgumentException("A token needs at least one scope");
        }
    }

    /// {@return a token with all scopes that never expires}
    public static NewToken unlimited(String name) {
        return new NewToken(name, Set.of(Scope.values()), null);
    }
}
