package dev.parley.messenger.privacy;

import dev.parley.messenger.account.MessagingAccountId;

/// Told when somebody took an account's app off their own account: tokens that they made have
/// ended.
public record Deauthorized(MessagingAccountId account) {}
