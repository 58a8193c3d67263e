package dev.parley.messenger.doctor;

import dev.parley.identity.Audit;
import dev.parley.identity.UserId;
import dev.parley.messenger.account.CallbackVerified;
import dev.parley.messenger.account.FacebookChannel;
import dev.parley.messenger.account.FacebookPage;
import dev.parley.messenger.account.FacebookPages;
import dev.parley.messenger.account.MessagingAccount;
import dev.parley.messenger.account.MessagingAccountId;
import dev.parley.messenger.account.MessagingAccountsChanged;
import dev.parley.messenger.account.SignedDelivery;
import dev.parley.messenger.catchup.CatchUp;
import dev.parley.messenger.catchup.Resubscribed;
import dev.parley.messenger.catchup.WatchFailed;
import dev.parley.messenger.graph.PageSubscribed;
import dev.parley.messenger.graph.Subscription;
import dev.parley.messenger.graph.Subscriptions;
import dev.parley.messenger.privacy.Deauthorized;
import dev.parley.outbox.Outbox;
import dev.parley.outbox.SendingBlocked;
import dev.parley.platform.PublicUrl;
import dev.parley.work.Pump;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.event.TransactionalEventListener;

/// Provides the status of each page, checks it again when something may have changed, and does what
/// can be done through the Graph API.
@Component
public class Doctor {
    private static final Duration A_MOMENT = Duration.ofSeconds(1);

    private final PageStatuses pageStatuses;
    private final Alerts alerts;
    private final FacebookPages pages;
    private final Subscriptions subscriptions;
    private final CatchUp catchUp;
    private final Outbox outbox;
    private final PublicUrl publicUrl;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final Pump doctorPump;
    private final DoctorSettings settings;
    private final Clock clock;

    Doctor(
            PageStatuses pageStatuses,
            Alerts alerts,
            FacebookPages pages,
            Subscriptions subscriptions,
            CatchUp catchUp,
            Outbox outbox,
            PublicUrl publicUrl,
            Audit audit,
            ApplicationEventPublisher events,
            Pump doctorPump,
            DoctorSettings settings,
            Clock clock) {
        this.pageStatuses = pageStatuses;
        this.alerts = alerts;
        this.pages = pages;
        this.subscriptions = subscriptions;
        this.catchUp = catchUp;
        this.outbox = outbox;
        this.publicUrl = publicUrl;
        this.audit = audit;
        this.events = events;
        this.doctorPump = doctorPump;
        this.settings = settings;
        this.clock = clock;
    }

    /// {@return the status of this page}
    public PageStatus of(FacebookPage page) {
        return pageStatuses
                .of(page.pageId())
                .orElseGet(() -> PageStatus.never(page.pageId(), clock.instant()));
    }

    /// {@return the findings of the page's last check, one for each topic}
    public List<Finding> findings(FacebookPage page) {
        return pageStatuses.findings(page.pageId());
    }

    /// {@return the recent states of the page, the latest first}
    public List<StateChange> history(FacebookPage page) {
        return pageStatuses.history(page.pageId());
    }

    /// Checks the page again, and retries blocked messages: only Meta's next response shows whether
    /// the problem was fixed there.
    @Transactional
    public void checkAgain(FacebookPage page, UserId by) {
        outbox.resume(FacebookChannel.KIND, Set.of(page.pageId()));
        check(Set.of(page.pageId()));
        record(page, "facebookPage.checked", by);
    }

    /// Subscribes to all events of the page at Meta, and fetches what Meta did not send.
    public Subscription subscribe(MessagingAccount account, FacebookPage page, UserId by) {
        var answer = subscriptions.subscribe(account, page.pageId(), publicUrl);
        if (answer instanceof Subscription.Subscribed) {
            catchUp.request(page.pageId(), by);
        }
        check(Set.of(page.pageId()));
        record(page, "facebookPage.subscribed", by);
        return answer;
    }

    /// Stops the page, even if Meta cannot be notified now: it is notified later.
    public Subscription stop(FacebookPage page, UserId by) {
        pages.stop(page, by);
        check(Set.of(page.pageId()));
        return subscriptions.unsubscribePage(page.pageId());
    }

    /// Starts the page again. What arrived meanwhile is fetched, and waiting messages are sent.
    public Subscription start(MessagingAccount account, FacebookPage page, UserId by) {
        pages.start(page, by);
        return subscribe(account, page, by);
    }

    private void record(FacebookPage page, String action, UserId by) {
        audit.record(by, action, "facebookPage/" + page.id(), Map.of(), Map.of());
    }

    private void check(Set<String> which) {
        var now = clock.instant();
        keepUp(now);
        pageStatuses.requestCheck(which, now);
        events.publishEvent(new Asked());
    }

    @TransactionalEventListener(fallbackExecution = true)
    void nudge(Asked asked) {
        doctorPump.nudge();
    }

    private void keepUp(Instant now) {
        pageStatuses.syncPages(now);
        alerts.endForRemovedPages(now);
    }

    @EventListener(ApplicationReadyEvent.class)
    void atEachStart() {
        keepUp(clock.instant());
    }

    /// Part of the transaction that made the change, so that every change is checked.
    @EventListener
    void on(MessagingAccountsChanged change) {
        check(change.pages());
    }

    @EventListener
    void on(PageSubscribed change) {
        check(Set.of(change.page()));
    }

    @EventListener
    void on(SendingBlocked blocked) {
        if (blocked.endpoint().channel().equals(FacebookChannel.KIND)) {
            var at = clock.instant().plus(settings.settleAfter());
            pageStatuses.schedule(blocked.endpoint().id(), at);
        }
    }

    @EventListener
    void on(WatchFailed failed) {
        pageStatuses.schedule(failed.page(), clock.instant().plus(settings.settleAfter()));
    }

    @EventListener
    void on(Deauthorized event) {
        wantAll(event.account(), clock.instant());
    }

    /// Meta verifies the URL before it stores it, so the result is visible a moment later; until
    /// then, [PageCheck] checks again.
    @EventListener
    void on(CallbackVerified verified) {
        wantAll(verified.account(), clock.instant().plus(A_MOMENT));
    }

    @EventListener
    void on(SignedDelivery delivery) {
        var now = clock.instant();
        pages.ofAccount(delivery.account())
                .forEach(page -> pageStatuses.recheck(page.pageId(), now));
    }

    private void wantAll(MessagingAccountId account, Instant at) {
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

    /// A user waits for a verdict.
    record Asked() {}
}
