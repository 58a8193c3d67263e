package dev.parley.admin.view;

import dev.parley.identity.ApiToken;
import dev.parley.identity.User;
import dev.parley.platform.Sliced;

/// The page of one user.
///
/// @param listing how their tokens are looked at
/// @param own whether it is the reader
/// @param notice in words; empty for none
public record UserView(
        User user,
        UserForm form,
        Listing listing,
        Sliced<Token> tokens,
        boolean own,
        Problems problems,
        String notice) {
    /// One API token.
    ///
    /// @param createdBy the name of who issued it
    public record Token(ApiToken token, String createdBy) {}
}
