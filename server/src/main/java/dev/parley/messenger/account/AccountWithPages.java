package dev.parley.messenger.account;

import java.util.Set;

/// A messaging account with the ids of its pages, as Meta calls them.
public record AccountWithPages(MessagingAccount account, Set<String> pageIds) {
    public AccountWithPages {
        pageIds = Set.copyOf(pageIds);
    }
}
