package dev.parley.admin.view;

import dev.parley.admin.kit.Listing;
import dev.parley.admin.kit.Problems;
import dev.parley.identity.ApiToken;
import dev.parley.identity.Role;
import dev.parley.identity.Scope;
import dev.parley.identity.User;
import dev.parley.platform.Sliced;
import java.util.List;

/// The page of one user.
///
/// @param listing how their tokens are looked at
/// @param token what is typed about a new one
/// @param own whether it is the reader
/// @param notice in words; empty for none
public record UserView(
        User user,
        UserForm form,
        Listing listing,
        Sliced<Token> tokens,
        TokenForm token,
        boolean own,
        Problems problems,
        String notice) {
    /// One API token.
    ///
    /// @param createdBy the name of who issued it
    /// @param expired whether it is refused since its time is over
    public record Token(ApiToken token, String createdBy, boolean expired) {
        /// {@return what it may be used for, in the order in which it is offered}
        public List<Scope> scopes() {
            return token.scopes().stream().sorted().toList();
        }

        /// {@return whether programs can use it}
        public boolean usable() {
            return !expired && token.revokedAt() == null;
        }
    }

    /// {@return the scopes that a token of this user can be given}
    public List<Scope> scopes() {
        return TokenForm.offered(user.is(Role.ADMINISTRATOR));
    }
}
