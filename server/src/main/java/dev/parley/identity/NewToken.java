package dev.parley.identity;

import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// An API token that is to be issued.
///
/// @param lifetime how long it is accepted; null for ever, which somebody must have said
public record NewToken(String name, Set<Scope> scopes, @Nullable Duration lifetime) {
    public NewToken {
        scopes = Set.copyOf(scopes);
        if (scopes.isEmpty()) {
            throw new IllegalArgumentException("A token without a scope is good for nothing");
        }
    }

    /// {@return a token for everything that its user may do, for good}
    public static NewToken unlimited(String name) {
        return new NewToken(name, Set.of(Scope.values()), null);
    }
}
