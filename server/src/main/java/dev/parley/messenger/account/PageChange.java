package dev.parley.messenger.account;

/// The result of changing a page.
public sealed interface PageChange {
    record Done() implements PageChange {}

    /// Another user changed the page first; nothing was saved.
    ///
    /// @param now the page as it is now
    record Conflict(FacebookPage now) implements PageChange {}

    /// The page was removed in the meantime.
    record Gone() implements PageChange {}
}
