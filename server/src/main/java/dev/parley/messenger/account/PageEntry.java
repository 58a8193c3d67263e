package dev.parley.messenger.account;

import java.util.List;
import java.util.Optional;

/// The input for one more page, as typed, and the pages found with a user token.
///
/// @param token empty until one is typed
/// @param found the pages to choose from
public record PageEntry(String name, String pageId, Optional<Secret> token, List<PageDraft> found) {
    public static final PageEntry EMPTY = new PageEntry("", "", Optional.empty(), List.of());

    public PageEntry {
        found = List.copyOf(found);
    }

    /// {@return the entry with this input} If no token is typed, the previous one is used.
    public PageEntry typed(String newName, String newPageId, String newToken) {
        return new PageEntry(
                newName,
                newPageId,
                newToken.isEmpty() ? token : Optional.of(new Secret(newToken)),
                found);
    }

    /// {@return the entry with these pages to choose from}
    public PageEntry withFound(List<PageDraft> pages) {
        return new PageEntry(name, pageId, token, pages);
    }
}
