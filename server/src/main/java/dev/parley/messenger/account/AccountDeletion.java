package dev.parley.messenger.account;

/// The result of deleting an account.
public sealed interface AccountDeletion {
    record Deleted() implements AccountDeletion {}

    /// The pages must be removed first; nothing was changed.
    record PagesRemain(int pages) implements AccountDeletion {}
}
