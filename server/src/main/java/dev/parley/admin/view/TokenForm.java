package dev.parley.admin.view;

import dev.parley.identity.NewToken;
import dev.parley.identity.Scope;
import dev.parley.platform.web.FormInput;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The form of a new API token, as typed.
public record TokenForm(String name, Set<Scope> scopes, Lifetime lifetime) {
    public static final TokenForm EMPTY = new TokenForm("", Set.of(Scope.READ), Lifetime.DAYS_90);

    public TokenForm {
        scopes = Set.copyOf(scopes);
    }

    /// How long a token is valid. It never expires only if that is chosen explicitly.
    public enum Lifetime {
        DAYS_30(Duration.ofDays(30)),
        DAYS_90(Duration.ofDays(90)),
        DAYS_365(Duration.ofDays(365)),
        NEVER(null);

        private final @Nullable Duration duration;

        Lifetime(@Nullable Duration duration) {
            this.duration = duration;
        }
    }

    public static TokenForm typed(FormInput typed) {
        return new TokenForm(
                typed.text("tokenName"),
                typed.some("scopes", Scope.class),
                typed.one("lifetime", Lifetime.class).orElse(Lifetime.DAYS_90));
    }

    /// {@return the scopes that a token of such a user can have}
    public static List<Scope> offered(boolean administrator) {
        return administrator
                ? List.of(Scope.values())
                : List.of(Scope.READ, Scope.WRITE, Scope.UNMASKED);
    }

    public NewToken draft() {
        return new NewToken(name, scopes, lifetime.duration);
    }
}
