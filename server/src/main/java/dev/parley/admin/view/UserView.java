package dev.parley.admin.view;

import dev.parley.identity.ApiToken;
import dev.parley.identity.User;
import java.util.List;

/// The page of one user.
///
/// @param own whether it is the reader
/// @param notice in words; empty for none
public record UserView(
        User user,
        UserForm form,
        List<ApiToken> tokens,
        boolean own,
        Problems problems,
        String notice) {
    public UserView {
        tokens = List.copyOf(tokens);
    }
}
