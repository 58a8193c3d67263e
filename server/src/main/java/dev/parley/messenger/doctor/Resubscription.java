package dev.parley.messenger.doctor;

import dev.parley.identity.Audit;
import dev.parley.identity.UserId;
import dev.parley.messenger.account.FacebookPage;
import dev.parley.messenger.account.MessagingAccount;
import dev.parley.messenger.catchup.CatchUp;
import dev.parley.messenger.graph.Subscription;
import dev.parley.messenger.graph.Subscriptions;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/// Subscribes to the events of a page whose events Meta may not have sent for some time.
@Component
public class Resubscription {
    private final Subscriptions subscriptions;
    private final CatchUp catchUp;
    private final CheckRequests requests;
    private final Audit audit;

    Resubscription(
            Subscriptions subscriptions, CatchUp catchUp, CheckRequests requests, Audit audit) {
        this.subscriptions = subscriptions;
        this.catchUp = catchUp;
        this.requests = requests;
        this.audit = audit;
    }

    /// Subscribes to all events of the page at Meta, and fetches what Meta did not send.
    public Subscription subscribe(MessagingAccount account, FacebookPage page, UserId by) {
        var answer = subscriptions.subscribe(account, page.pageId());
        if (answer instanceof Subscription.Subscribed) {
            catchUp.request(page.pageId(), by);
        }
        requests.request(Set.of(page.pageId()));
        audit.record(
                by, "facebookPage.subscribed", "facebookPage/" + page.id(), Map.of(), Map.of());
        return answer;
    }
}
