package dev.parley.engagement;

import dev.parley.identity.Role;
import dev.parley.identity.SignedIn;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;

/// A collection of canned answers or macros.
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

    /// {@return the maximum number of canned answers in it}
    public int most() {
        return most;
    }

    /// {@return the owner of what is in it; null for the shared library}
    ///
    /// @throws AccessDeniedException if this user may not manage it
    public @Nullable UUID ownerFor(SignedIn me) {
        requireManagedBy(me);
        return this == SHARED ? null : me.userId().value();
    }

    /// Does nothing if this user may manage it.
    ///
    /// @throws AccessDeniedException otherwise
    public void requireManagedBy(SignedIn me) {
        if (!me.is(managedBy)) {
            throw new AccessDeniedException("User " + me.userId() + " may not manage " + this);
        }
    }
}
