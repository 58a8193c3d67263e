package dev.parley.messenger.graph;

import dev.parley.messenger.account.PageDraft;
import java.util.List;

/// What came of looking for the pages that somebody runs.
public sealed interface FoundPages {
    /// There they are, perhaps none.
    ///
    /// @param pages with tokens that do not end, by name
    record Found(List<PageDraft> pages) implements FoundPages {
        public Found {
            pages = List.copyOf(pages);
        }
    }

    /// It is no user's token.
    record OfNoUser() implements FoundPages {}

    /// As for the token of a page.
    record Failed(TokenVerdict why) implements FoundPages {}
}
