package dev.parley.admin.view;

import dev.parley.identity.User;
import java.util.List;

/// The list of users.
///
/// @param more whether there are more than are shown
/// @param notice in words; empty for none
public record UsersView(String search, List<User> users, boolean more, String notice) {
    public UsersView {
        users = List.copyOf(users);
    }
}
