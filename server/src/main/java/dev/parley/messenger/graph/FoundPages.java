package dev.parley.messenger.graph;

import dev.parley.messenger.account.PageDraft;
import java.util.List;

/// The result of searching for the pages that a person manages.
public sealed interface FoundPages {
    /// The pages that were found, possibly none.
    ///
    /// @param pages with tokens that do not expire, sorted by name
    record Found(List<PageDraft> pages) implements FoundPages {
        public Found {
            pages = List.copyOf(pages);
        }
    }

    /// The token is not a user token.
    record NotAUserToken() implements FoundPages {}

    /// The search failed, with the same verdict as for the token of a page.
    record Failed(TokenVerdict why) implements FoundPages {}
}
