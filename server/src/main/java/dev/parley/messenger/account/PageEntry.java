package dev.parley.messenger.account;

import java.util.List;
import java.util.Optional;

/// What is typed about one more page, as typed, and the pages that a user token was found to open.
///
/// @param token empty until one is typed
/// @param found waits to be chosen from
public record PageEntry(String name, String pageId, Optional<Secret> token, List<PageDraft> found) {
    public static final PageEntry EMPTY = new PageEntry("", "", Optional.empty(), List.of());

    public PageEntry {
        found = List.copyOf(found);
    }

    /// {@return the entry with what was typed now} A token that is not typed again is the one
    /// before.
    public PageEntry typed(String newName, String newPageId, String newToken) {
        return new PageEntry(
                newName,
                newPageId,
                newToken.isEmpty() ? token : Optional.of(new Secret(newToken)),
                found);
    }

    /// {@return the entry with these pages to choose from}
    public PageEntry offering(List<PageDraft> pages) {
        return new PageEntry(name, pageId, token, pages);
    }
}
