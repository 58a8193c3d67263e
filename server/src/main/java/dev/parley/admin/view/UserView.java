package dev.parley.admin.view;

import dev.parley.admin.kit.Listing;
import dev.parley.identity.ApiToken;
import dev.parley.identity.Role;
import dev.parley.identity.Scope;
import dev.parley.identity.User;
import dev.parley.platform.PagedRows;
import dev.parley.platform.web.Problems;
import java.util.List;

/// The page of one user.
///
/// @param listing the state of the list of tokens
/// @param token the form of a new token
/// @param own whether it is the viewer's own page
/// @param notice a message; empty for none
public record UserView(
        User user,
        UserForm form,
        Listing listing,
        PagedRows<Token> tokens,
        TokenForm token,
        boolean own,
        Problems problems,
        String notice) {
    /// One API token.
    ///
    /// @param createdBy the name of the user who issued it
    /// @param expired whether it has expired, and so is refused
    public record Token(ApiToken token, String createdBy, boolean expired) {
        /// {@return its scopes, in the order of the form}
        public List<Scope> scopes() {
            return token.scopes().stream().sorted().toList();
        }

        /// {@return whether it can be used}
        public boolean usable() {
            return !expired && token.revokedAt() == null;
        }
    }

    /// {@return the scopes that a token of this user can have}
    public List<Scope> scopes() {
        return TokenForm.offered(user.is(Role.ADMINISTRATOR));
    }
}
