package dev.parley.messenger.graph;

import dev.parley.messenger.account.FacebookPages;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Finds a page's credentials for the Graph API. They are not cached, so that a replaced token is
/// used from the next call on.
@Component
class PageCredentials {
    private final FacebookPages pages;

    PageCredentials(FacebookPages pages) {
        this.pages = pages;
    }

    Optional<PageCredential> of(String page) {
        return pages.withAppSecret(page)
                .map(found ->
                        new PageCredential(
                                found.page().token().reveal(),
                                found.appSecret().reveal(),
                                found.page().isStopped()));
    }
}
