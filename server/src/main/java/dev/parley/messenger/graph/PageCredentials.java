package dev.parley.messenger.graph;

import dev.parley.messenger.account.FacebookPages;
import dev.parley.messenger.account.MessagingAccounts;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Finds a page's credentials for the Graph API. They are not cached, so that a replaced token is
/// used from the next call on.
@Component
class PageCredentials {
    private final FacebookPages pages;
    private final MessagingAccounts accounts;

    PageCredentials(FacebookPages pages, MessagingAccounts accounts) {
        this.pages = pages;
        this.accounts = accounts;
    }

    Optional<PageCredential> of(String page) {
        return pages.byPageId(page)
                .flatMap(found ->
                        accounts.byId(found.account())
                                .map(account ->
                                        new PageCredential(
                                                found.token().reveal(),
                                                account.appSecret().reveal(),
                                                found.isStopped())));
    }
}
