package dev.parley.messenger.account;

import java.util.Set;

/// Published after any account or page was added, changed or removed. Listeners that cache them
/// read them again.
///
/// @param pages Meta's ids of the pages with new keys, for which failed messages can be sent now
public record MessagingAccountsChanged(Set<String> pages) {
    public MessagingAccountsChanged {
        pages = Set.copyOf(pages);
    }
}
