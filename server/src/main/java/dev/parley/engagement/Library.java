package dev.parley.engagement;

import dev.parley.identity.Role;
import dev.parley.identity.SignedIn;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;

/// A collection of canned answers.
public enum Library {
    /// Of all agents, managed by administrators.
    SHARED(Role.ADMINISTRATOR, 2_000),
    /// Of one agent, who manages it.
    PERSONAL(Role.AGENT, 200);

    private final Role managedBy;
    private final int most;

    Library(Role managedBy, int most) {
        this.managedBy = managedBy;
        this.most = most;
    }

    /// {@return the maximum number of answers in it}
    public int most() {
        return most;
    }

    /// {@return the owner of its answers; null for the shared library}
    ///
    /// @throws AccessDeniedException if this user may not manage it
    @Nullable UUID ownerFor(SignedIn me) {
        requireManagedBy(me);
        return this == SHARED ? null : me.userId().value();
    }

    /// @throws AccessDeniedException if this user may not manage it
    void requireManagedBy(SignedIn me) {
        if (!me.is(managedBy)) {
            throw new AccessDeniedException("User " + me.userId() + " may not manage " + this);
        }
    }
}
