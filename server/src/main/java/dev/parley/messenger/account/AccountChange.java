package dev.parley.messenger.account;

/// The result of changing an account.
public sealed interface AccountChange {
    record Done() implements AccountChange {}

    /// Another user changed the account first; nothing was saved.
    ///
    /// @param now the account as it is now
    record Conflict(MessagingAccount now) implements AccountChange {}

    /// The account was deleted in the meantime.
    record Gone() implements AccountChange {}
}
