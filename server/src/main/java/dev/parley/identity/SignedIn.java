package dev.parley.identity;

import dev.parley.platform.language.Language;
import dev.parley.platform.web.Viewer;
import java.io.Serializable;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The user of a request, read from the database for each request, so that a removed role takes
/// effect at once, on every node. A controller takes one as an argument. Not a `Principal`: MVC
/// would then resolve it in the wrong place.
///
/// @param name the display name
/// @param epoch of the sign-in; a new password or a deactivation ends sign-ins of earlier epochs
public record SignedIn(
        UserId userId,
        String signInName,
        String name,
        Set<Role> roles,
        @Nullable Language language,
        boolean mustChangePassword,
        int epoch)
        implements Viewer, Serializable {

    public SignedIn {
        roles = Set.copyOf(roles);
    }

    public boolean is(Role role) {
        return roles.contains(role);
    }

    @Override
    public String key() {
        return userId.toString();
    }

    @Override
    public String displayName() {
        return name;
    }

    @Override
    public Optional<String> languageTag() {
        return Optional.ofNullable(language).map(Language::tag);
    }

    @Override
    public boolean administrator() {
        return is(Role.ADMINISTRATOR);
    }

    @Override
    public boolean supervisor() {
        return is(Role.SUPERVISOR);
    }

    @Override
    public boolean agent() {
        return is(Role.AGENT);
    }
}
