package dev.parley.messenger.account;

/// The result of adding a page.
public sealed interface PageAddition {
    record Added(FacebookPage page) implements PageAddition {}

    /// A page belongs to one account only; nothing was saved.
    record UsedBy(MessagingAccount account) implements PageAddition {}
}
