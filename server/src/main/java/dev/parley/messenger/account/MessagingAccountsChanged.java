package dev.parley.messenger.account;

import java.util.Set;

/// Told after any account or page was added, changed or removed. Whoever keeps some of them in
/// memory reads them again.
///
/// @param pages by Meta's ids, those whose keys are new, so that what failed may go now
public record MessagingAccountsChanged(Set<String> pages) {
    public MessagingAccountsChanged {
        pages = Set.copyOf(pages);
    }
}
