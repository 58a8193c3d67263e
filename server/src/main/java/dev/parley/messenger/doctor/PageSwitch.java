package dev.parley.messenger.doctor;

import dev.parley.identity.UserId;
import dev.parley.messenger.account.FacebookPage;
import dev.parley.messenger.account.FacebookPages;
import dev.parley.messenger.account.MessagingAccount;
import dev.parley.messenger.graph.Subscription;
import dev.parley.messenger.graph.Subscriptions;
import java.util.Set;
import org.springframework.stereotype.Component;

/// Stops pages and starts them again, here and at Meta.
@Component
public class PageSwitch {
    private final FacebookPages pages;
    private final Subscriptions subscriptions;
    private final Resubscription resubscription;
    private final CheckRequests requests;

    PageSwitch(
            FacebookPages pages,
            Subscriptions subscriptions,
            Resubscription resubscription,
            CheckRequests requests) {
        this.pages = pages;
        this.subscriptions = subscriptions;
        this.resubscription = resubscription;
        this.requests = requests;
    }

    /// Stops the page, even if Meta cannot be notified now: it is notified later.
    public Subscription stop(FacebookPage page, UserId by) {
        pages.stop(page, by);
        requests.request(Set.of(page.pageId()));
        return subscriptions.unsubscribePage(page.pageId());
    }

    /// Starts the page again. Missed messages are fetched, and waiting messages are sent.
    public Subscription start(MessagingAccount account, FacebookPage page, UserId by) {
        pages.start(page, by);
        return resubscription.subscribe(account, page, by);
    }
}
