package dev.parley.identity;

/// What came of a wish to create or change a user.
public sealed interface UserChange {
    record Done(UserId id) implements UserChange {}

    /// As [Done], with the password for the first sign-in. It is told this once and kept nowhere.
    record DoneWithPassword(UserId id, String oneTimePassword) implements UserChange {}

    record NameTaken() implements UserChange {}

    /// Somebody else was first; nothing was saved.
    ///
    /// @param now the user as they are now
    record Overtaken(User now) implements UserChange {}

    /// Somebody must be left who can mend things.
    record LastAdministrator() implements UserChange {}
}
