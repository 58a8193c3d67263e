package dev.parley.messenger.account;

/// What came of changing a page.
public sealed interface PageChange {
    record Done() implements PageChange {}

    /// Somebody else was first; nothing was saved.
    ///
    /// @param now the page as it is now
    record Overtaken(FacebookPage now) implements PageChange {}

    /// Somebody removed it meanwhile.
    record Gone() implements PageChange {}
}
