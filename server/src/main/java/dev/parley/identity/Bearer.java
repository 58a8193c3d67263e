package dev.parley.identity;

import java.time.Instant;
import java.util.Set;

/// What came of the API token that a program sent.
public sealed interface Bearer {
    record Accepted(SignedIn user, Set<Scope> scopes) implements Bearer {
        public Accepted {
            scopes = Set.copyOf(scopes);
        }
    }

    record Expired(Instant at) implements Bearer {}

    /// Its user has a temporary password and has not chosen one yet.
    record PasswordFirst() implements Bearer {}

    /// No such token, or one that was revoked, or of a user who is not active.
    record Unknown() implements Bearer {}
}
