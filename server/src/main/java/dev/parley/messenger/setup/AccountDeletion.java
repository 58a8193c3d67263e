package dev.parley.messenger.setup;

/// What came of deleting an account.
public sealed interface AccountDeletion {
    record Deleted() implements AccountDeletion {}

    /// They must be removed first; nothing was changed.
    record PagesRemain(int pages) implements AccountDeletion {}
}
