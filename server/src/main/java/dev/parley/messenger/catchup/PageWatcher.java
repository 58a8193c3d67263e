package dev.parley.messenger.catchup;

import dev.parley.messenger.account.FacebookPage;
import dev.parley.messenger.account.FacebookPages;
import dev.parley.messenger.account.MessagingAccount;
import dev.parley.messenger.account.MessagingAccounts;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Does the next step for a watched page: checks its subscription and fixes it, or reads the next
/// part of Meta's message history. Nothing is fetched for a page that an administrator has stopped.
@Component
class PageWatcher {
    private final FacebookPages pages;
    private final MessagingAccounts accounts;
    private final SubscriptionCheck subscriptionCheck;
    private final HistoryReader historyReader;

    PageWatcher(
            FacebookPages pages,
            MessagingAccounts accounts,
            SubscriptionCheck subscriptionCheck,
            HistoryReader historyReader) {
        this.pages = pages;
        this.accounts = accounts;
        this.subscriptionCheck = subscriptionCheck;
        this.historyReader = historyReader;
    }

    void watch(PageWatch watch, Instant now) {
        var page = pages.byPageId(watch.page());
        if (page.isPresent() && page.get().isStopped()) {
            subscriptionCheck.checkStopped(watch, accountOf(page.get()), now);
        } else if (!now.isBefore(watch.checkAt())) {
            page.flatMap(this::accountOf)
                    .ifPresent(account -> subscriptionCheck.check(watch, account, now));
        } else {
            var span = watch.span();
            if (span != null) {
                historyReader.readOn(watch, span, now);
            }
        }
    }

    private Optional<MessagingAccount> accountOf(FacebookPage page) {
        return accounts.byId(page.account());
    }
}
