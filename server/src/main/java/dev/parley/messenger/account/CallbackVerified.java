package dev.parley.messenger.account;

/// Told after somebody who knows the account's verify token asked whether the callback URL is ours:
/// Meta does so before it takes the address.
public record CallbackVerified(MessagingAccountId account) {}
