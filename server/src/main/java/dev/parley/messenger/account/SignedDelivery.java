package dev.parley.messenger.account;

/// Told after Meta has delivered something signed rightly for the first time in a while, or after
/// something that was not: at most once a minute while nothing changes.
public record SignedDelivery(MessagingAccountId account) {}
