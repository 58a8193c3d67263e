package dev.parley.identity;

import java.time.Instant;
import java.util.Set;

/// The result of checking the API token of a request.
public sealed interface BearerCheck {
    record Accepted(SignedIn user, Set<Scope> scopes) implements BearerCheck {
        public Accepted {
            scopes = Set.copyOf(scopes);
        }
    }

    record Expired(Instant at) implements BearerCheck {}

    /// Its user has a temporary password and has not chosen one yet.
    record PasswordChangeRequired() implements BearerCheck {}

    /// No such token, or one that was revoked, or of a user who is not active.
    record Unknown() implements BearerCheck {}
}
