package dev.parley.messenger.catchup;

import dev.parley.messenger.account.MessagingAccount;
import dev.parley.messenger.catchup.PageWatch.Span;
import dev.parley.messenger.graph.Subscription;
import dev.parley.messenger.graph.SubscriptionStatus;
import dev.parley.messenger.graph.Subscriptions;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/// Checks whether Meta sends us a page's events, and fixes it if not.
@Component
class SubscriptionCheck {
    private static final Logger log = LoggerFactory.getLogger(SubscriptionCheck.class);

    private final Subscriptions subscriptions;
    private final PageWatches watches;
    private final CatchUpSettings settings;
    private final ApplicationEventPublisher events;

    SubscriptionCheck(
            Subscriptions subscriptions,
            PageWatches watches,
            CatchUpSettings settings,
            ApplicationEventPublisher events) {
        this.subscriptions = subscriptions;
        this.watches = watches;
        this.settings = settings;
        this.events = events;
    }

    void check(PageWatch watch, MessagingAccount account, Instant now) {
        switch (subscriptions.status(account, watch.page())) {
            case SubscriptionStatus.Seen(var app, var page) when app && page ->
                    good(watch, watch.wanted(), waitForRetries(watch), now);
            case SubscriptionStatus.Seen _ -> fix(watch, account, now);
            case SubscriptionStatus.Unknown(var cause, var detail) ->
                    failed(watch, cause, detail, now);
        }
    }

    /// If Meta still sends the events of a page that an administrator has stopped, Parley asks it
    /// again to stop.
    void checkStopped(PageWatch watch, Optional<MessagingAccount> account, Instant now) {
        watches.postpone(watch, now.plus(settings.checkEvery()));
        account.map(one -> subscriptions.status(one, watch.page()))
                .filter(status -> status instanceof SubscriptionStatus.Seen seen && seen.page())
                .ifPresent(_ -> subscriptions.unsubscribePage(watch.page()));
    }

    /// Meta does not resend what happened while the page was not subscribed.
    private void fix(PageWatch watch, MessagingAccount account, Instant now) {
        switch (subscriptions.subscribe(account, watch.page())) {
            case Subscription.Subscribed() -> fixed(watch, now);
            case Subscription.Refused(var cause, var detail) -> failed(watch, cause, detail, now);
        }
    }

    private void fixed(PageWatch watch, Instant now) {
        log.warn("Page {} was no longer subscribed and is subscribed again", watch.page());
        good(watch, true, Duration.ZERO, now);
        if (watch.checkedAt() != null) {
            events.publishEvent(new Resubscribed(watch.page()));
        }
    }

    /// A page that was never watched is new, so Meta has hardly anything of it to deliver again.
    private Duration waitForRetries(PageWatch watch) {
        return watch.completeUntil() == null ? settings.firstWait() : settings.waitForRetries();
    }

    private void good(PageWatch watch, boolean catchUp, Duration waitForRetries, Instant now) {
        watches.good(watch, now, now.plus(settings.checkEvery()));
        if (catchUp) {
            var whole = watch.completeUntil();
            var since = whole == null ? now.minus(settings.firstHistory()) : whole;
            watches.begin(watch, new Span(since, now), now.plus(waitForRetries));
        }
    }

    private void failed(PageWatch watch, String cause, String detail, Instant now) {
        if (watch.failures() == 0) {
            log.warn("Page {} could not be checked: {}", watch.page(), detail);
            events.publishEvent(new WatchFailed(watch.page()));
        }
        watches.fail(watch, cause, detail, false, now.plus(CatchUpBackoff.after(watch)));
    }
}
