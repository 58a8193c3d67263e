package dev.parley.demo;

import dev.parley.identity.ApiTokens;
import dev.parley.identity.BearerCheck;
import dev.parley.identity.NewToken;
import dev.parley.identity.Scope;
import dev.parley.identity.UserId;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The API token of the demo's administrator. It is kept across restarts while it is valid.
@Component
class DemoToken {
    private static final String NAME = "demo";

    private final ApiTokens tokens;

    DemoToken(ApiTokens tokens) {
        this.tokens = tokens;
    }

    /// {@return the previous key if it still gives full access as this user, otherwise a new one}
    ///
    /// @param previous null if there is none
    String keep(@Nullable String previous, UserId admin) {
        return previous != null && isValid(previous, admin) ? previous : replace(admin);
    }

    private boolean isValid(String key, UserId admin) {
        return tokens.bearer(key) instanceof BearerCheck.Accepted(var user, var scopes)
                && user.userId().equals(admin)
                && scopes.equals(Set.of(Scope.values()));
    }

    private String replace(UserId admin) {
        tokens.of(admin).stream()
                .filter(token -> token.name().equals(NAME))
                .forEach(token -> tokens.revoke(admin, token.id(), admin));
        return tokens.issue(admin, NewToken.unlimited(NAME), admin).key();
    }
}
