package dev.parley.admin.view;

import dev.parley.identity.User;
import dev.parley.platform.Sliced;

/// The list of users.
///
/// @param notice in words; empty for none
public record UsersView(Listing listing, Sliced<User> found, String notice) {}
