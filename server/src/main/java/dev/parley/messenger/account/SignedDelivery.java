package dev.parley.messenger.account;

/// Published after Meta has delivered a webhook with a valid signature, if it is the first in a
/// while, or the first after an invalid one: at most once a minute while nothing changes.
public record SignedDelivery(MessagingAccountId account) {}
