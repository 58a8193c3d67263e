package dev.parley.messenger.account;

/// What came of changing an account.
public sealed interface AccountChange {
    record Done() implements AccountChange {}

    /// Somebody else was first; nothing was saved.
    ///
    /// @param now the account as it is now
    record Overtaken(MessagingAccount now) implements AccountChange {}

    /// Somebody deleted it meanwhile.
    record Gone() implements AccountChange {}
}
