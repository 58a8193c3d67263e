package dev.parley.messenger.setup;

/// Told after any account or page was added, changed or removed. Whoever keeps some of them in
/// memory reads them again.
public record MessagingAccountsChanged() {}
