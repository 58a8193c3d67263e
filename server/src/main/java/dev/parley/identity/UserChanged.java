package dev.parley.identity;

/// Told after a user was created or changed. Says which, not what.
public record UserChanged(UserId id) {}
