package dev.parley.messenger.account;

import java.util.Set;

/// A messaging account with Meta's ids of its pages.
public record AccountWithPages(MessagingAccount account, Set<String> pageIds) {
    public AccountWithPages {
        pageIds = Set.copyOf(pageIds);
    }
}
