package dev.parley.identity;

/// Published after a user was created or changed. Contains the user, not the change.
public record UserChanged(UserId id) {}
