package dev.parley.messenger.privacy;

import dev.parley.messenger.account.MessagingAccountId;

/// Published when a person removed an account's app from their own account: tokens that they
/// created are no longer valid.
public record Deauthorized(MessagingAccountId account) {}
