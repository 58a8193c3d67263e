package dev.parley.admin.view;

import dev.parley.identity.Role;
import dev.parley.identity.User;
import dev.parley.platform.web.FormInput;
import java.util.Optional;
import java.util.Set;

/// The form of a user, as typed.
///
/// @param language a tag; empty to use the browser's
public record UserForm(
        String signInName,
        String displayName,
        Set<Role> roles,
        String language,
        boolean active,
        int revision) {
    public static final UserForm EMPTY = new UserForm("", "", Set.of(Role.AGENT), "", true, 0);

    public UserForm {
        roles = Set.copyOf(roles);
    }

    public static UserForm typed(String signInName, FormInput typed) {
        return new UserForm(
                signInName,
                typed.text("displayName"),
                typed.some("roles", Role.class),
                typed.text("language"),
                typed.flag("active"),
                typed.number("revision"));
    }

    /// {@return the initial form}
    public static UserForm of(User user) {
        return new UserForm(
                user.signInName(),
                user.displayName(),
                user.roles(),
                Optional.ofNullable(user.language()).map(language -> language.tag()).orElse(""),
                user.active(),
                user.revision());
    }

    /// {@return the same form, to overwrite a concurrent change}
    public UserForm over(int newRevision) {
        return new UserForm(signInName, displayName, roles, language, active, newRevision);
    }
}
