package dev.parley.identity;

/// What came of a wish to create or change a user.
public sealed interface Change {
    record Done(UserId id) implements Change {}

    /// As [Done], with the password for the first sign-in. It is told this once and kept nowhere.
    record DoneWithPassword(UserId id, String oneTimePassword) implements Change {}

    record NameTaken() implements Change {}

    /// Somebody must be left who can mend things.
    record LastAdministrator() implements Change {}
}
