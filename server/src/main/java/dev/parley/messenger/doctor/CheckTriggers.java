package dev.parley.messenger.doctor;

import dev.parley.messenger.account.CallbackVerified;
import dev.parley.messenger.account.FacebookChannel;
import dev.parley.messenger.account.FacebookPages;
import dev.parley.messenger.account.MessagingAccountId;
import dev.parley.messenger.account.MessagingAccountsChanged;
import dev.parley.messenger.account.SignedDelivery;
import dev.parley.messenger.catchup.Resubscribed;
import dev.parley.messenger.catchup.WatchFailed;
import dev.parley.messenger.graph.PageSubscribed;
import dev.parley.messenger.privacy.Deauthorized;
import dev.parley.outbox.SendingBlocked;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Makes pages due for a check when something happened that may have changed their status.
@Component
class CheckTriggers {
    private static final Duration A_MOMENT = Duration.ofSeconds(1);

    private final PageStatuses pageStatuses;
    private final FacebookPages pages;
    private final CheckRequests requests;
    private final CheckSchedule schedule;
    private final Clock clock;

    CheckTriggers(
            PageStatuses pageStatuses,
            FacebookPages pages,
            CheckRequests requests,
            CheckSchedule schedule,
            Clock clock) {
        this.pageStatuses = pageStatuses;
        this.pages = pages;
        this.requests = requests;
        this.schedule = schedule;
        this.clock = clock;
    }

    /// Part of the transaction that made the change, so that every change is checked.
    @EventListener
    void on(MessagingAccountsChanged change) {
        requests.request(change.pages());
    }

    @EventListener
    void on(PageSubscribed change) {
        requests.request(Set.of(change.page()));
    }

    @EventListener
    void on(SendingBlocked blocked) {
        if (blocked.endpoint().channel().equals(FacebookChannel.KIND)) {
            pageStatuses.schedule(blocked.endpoint().id(), schedule.afterError(clock.instant()));
        }
    }

    @EventListener
    void on(WatchFailed failed) {
        pageStatuses.schedule(failed.page(), schedule.afterError(clock.instant()));
    }

    @EventListener
    void on(Deauthorized event) {
        scheduleAll(event.account(), clock.instant());
    }

    /// Meta verifies the URL before it stores it, so the result is visible a moment later; until
    /// then, [CheckSchedule] has the page checked again.
    @EventListener
    void on(CallbackVerified verified) {
        scheduleAll(verified.account(), clock.instant().plus(A_MOMENT));
    }

    @EventListener
    void on(SignedDelivery delivery) {
        var now = clock.instant();
        pages.ofAccount(delivery.account())
                .forEach(page -> pageStatuses.recheck(page.pageId(), now));
    }

    private void scheduleAll(MessagingAccountId account, Instant at) {
        pages.ofAccount(account).forEach(page -> pageStatuses.schedule(page.pageId(), at));
    }

    @EventListener
    void on(Resubscribed resubscribed) {
        var now = clock.instant();
        pageStatuses.schedule(resubscribed.page(), now);
        pageStatuses
                .of(resubscribed.page())
                .ifPresent(one ->
                        pageStatuses.addHistory(
                                resubscribed.page(), now, one.state(), List.of("resubscribed")));
    }
}
