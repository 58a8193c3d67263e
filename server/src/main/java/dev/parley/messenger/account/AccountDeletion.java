package dev.parley.messenger.account;

/// What came of deleting an account.
public sealed interface AccountDeletion {
    record Deleted() implements AccountDeletion {}

    /// They must be removed first; nothing was changed.
    record PagesRemain(int pages) implements AccountDeletion {}
}
