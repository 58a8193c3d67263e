package dev.parley.messenger.account;

/// Published after Meta has delivered a webhook with a valid signature for the first time in a
/// while, or after one with an invalid signature: at most once a minute while nothing changes.
public record SignedDelivery(MessagingAccountId account) {}
