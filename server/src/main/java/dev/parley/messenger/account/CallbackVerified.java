package dev.parley.messenger.account;

/// Published after the callback URL was verified with the account's verify token: Meta does so
/// before it accepts the URL.
public record CallbackVerified(MessagingAccountId account) {}
