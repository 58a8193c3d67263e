package dev.parley.identity;

/// The result of creating or changing a user.
public sealed interface UserChange {
    record Done(UserId id) implements UserChange {}

    /// As [Done], with the password for the first sign-in. It is shown only once and not stored.
    record DoneWithPassword(UserId id, String oneTimePassword) implements UserChange {}

    record NameTaken() implements UserChange {}

    /// The user was changed concurrently; nothing was saved.
    ///
    /// @param now the current user
    record Conflict(User now) implements UserChange {}

    /// Refused, because one active administrator must remain.
    record LastAdministrator() implements UserChange {}
}
