package dev.parley.messenger.catchup;

import dev.parley.inbox.Inbox;
import dev.parley.inbox.InboxFull;
import dev.parley.messenger.account.FacebookPage;
import dev.parley.messenger.account.FacebookPages;
import dev.parley.messenger.account.MessagingAccount;
import dev.parley.messenger.account.MessagingAccounts;
import dev.parley.messenger.catchup.PageWatch.Span;
import dev.parley.messenger.graph.ConversationHistory;
import dev.parley.messenger.graph.Subscription;
import dev.parley.messenger.graph.SubscriptionStatus;
import dev.parley.messenger.graph.Subscriptions;
import dev.parley.messenger.webhook.HistoryMessages;
import dev.parley.platform.Installation;
import dev.parley.platform.PublicUrl;
import dev.parley.work.CrashJournal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/// Does the next step for a watched page: checks its subscription and fixes it, or reads the next
/// part of Meta's message history. One call at a time, at most one a second for each page; after
/// the server was stopped, it continues where it was.
@Component
class PageWatcher {
    private static final Logger log = LoggerFactory.getLogger(PageWatcher.class);
    private static final String CRASHED = "The server stopped twice while working on it";
    private static final Duration AFTER_A_CRASH = Duration.ofHours(6);
    private static final Duration LEASE = Duration.ofMinutes(1);
    private static final Duration BETWEEN_CALLS = Duration.ofSeconds(1);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(10);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(15);

    private final PageWatches watches;
    private final FacebookPages pages;
    private final MessagingAccounts accounts;
    private final Subscriptions subscriptions;
    private final ConversationHistory history;
    private final Inbox inbox;
    private final PublicUrl publicUrl;
    private final CatchUpSettings settings;
    private final CrashJournal journal;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final Installation installation;

    PageWatcher(
            PageWatches watches,
            FacebookPages pages,
            MessagingAccounts accounts,
            Subscriptions subscriptions,
            ConversationHistory history,
            Inbox inbox,
            PublicUrl publicUrl,
            CatchUpSettings settings,
            CrashJournal journal,
            ApplicationEventPublisher events,
            Clock clock,
            Installation installation) {
        this.watches = watches;
        this.pages = pages;
        this.accounts = accounts;
        this.subscriptions = subscriptions;
        this.history = history;
        this.inbox = inbox;
        this.publicUrl = publicUrl;
        this.settings = settings;
        this.journal = journal;
        this.events = events;
        this.clock = clock;
        this.installation = installation;
    }

    /// {@return false if nothing was due}
    boolean watchOne() {
        if (installation.isQuiet()) {
            return false;
        }
        var now = clock.instant();
        var claimed = watches.claim(now, now.plus(LEASE));
        claimed.ifPresent(watch ->
                journal.run(
                        "catch-up",
                        watch.page(),
                        () -> watch(watch, now),
                        () -> setAside(watch, now)));
        return claimed.isPresent();
    }

    private void setAside(PageWatch watch, Instant now) {
        watches.fail(watch, "crashed", CRASHED, true, now.plus(AFTER_A_CRASH));
    }

    private void watch(PageWatch watch, Instant now) {
        var page = pages.byPageId(watch.page());
        if (page.isPresent() && page.get().isStopped()) {
            checkStopped(watch, page.get(), now);
        } else if (!now.isBefore(watch.checkAt())) {
            page.flatMap(this::accountOf).ifPresent(account -> check(watch, account, now));
        } else {
            var span = watch.span();
            if (span != null) {
                readOn(watch, span, now);
            }
        }
    }

    private Optional<MessagingAccount> accountOf(FacebookPage page) {
        return accounts.byId(page.account());
    }

    /// Nothing is fetched for a page that an administrator has stopped, and if Meta still sends its
    /// events, Parley asks it again to stop.
    private void checkStopped(PageWatch watch, FacebookPage page, Instant now) {
        watches.postpone(watch, now.plus(settings.checkEvery()));
        accountOf(page)
                .map(account -> subscriptions.status(account, watch.page(), publicUrl))
                .filter(standing -> standing instanceof SubscriptionStatus.Seen seen && seen.page())
                .ifPresent(_ -> subscriptions.unsubscribePage(watch.page()));
    }

    private void check(PageWatch watch, MessagingAccount account, Instant now) {
        switch (subscriptions.status(account, watch.page(), publicUrl)) {
            case SubscriptionStatus.Seen(var app, var page) when app && page ->
                    good(watch, watch.wanted(), patience(watch), now);
            case SubscriptionStatus.Seen _ -> fix(watch, account, now);
            case SubscriptionStatus.Unknown(var cause, var detail) ->
                    failed(watch, cause, detail, now);
        }
    }

    /// Meta does not resend what happened while the page was not subscribed.
    private void fix(PageWatch watch, MessagingAccount account, Instant now) {
        switch (subscriptions.subscribe(account, watch.page(), publicUrl)) {
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
    private Duration patience(PageWatch watch) {
        return watch.completeUntil() == null ? settings.firstPatience() : settings.patience();
    }

    private void good(PageWatch watch, boolean catchUp, Duration patience, Instant now) {
        watches.good(watch, now, now.plus(settings.checkEvery()));
        if (catchUp) {
            var whole = watch.completeUntil();
            var since = whole == null ? now.minus(settings.firstHistory()) : whole;
            watches.begin(watch, new Span(since, now), now.plus(patience));
        }
    }

    private void readOn(PageWatch watch, Span span, Instant now) {
        switch (history.read(watch.page(), watch.cursor())) {
            case ConversationHistory.Page.Read read -> take(watch, span, read, now);
            case ConversationHistory.Page.Failed(var cause, var detail, var passes) ->
                    watches.fail(watch, cause, detail, !passes, now.plus(pause(watch)));
        }
    }

    private void take(PageWatch watch, Span span, ConversationHistory.Page.Read read, Instant now) {
        var found = new HistoryMessages(watch.page(), span.since(), span.until(), now);
        var undelivered = inbox.missing(found.envelopes(read.conversations()));
        var missing = inbox.missing(undelivered.stream().map(HistoryMessages::named).toList());
        try {
            inbox.accept(missing);
        } catch (InboxFull full) {
            watches.fail(watch, "inbox", "" + full.getMessage(), false, now.plus(FIRST_PAUSE));
            return;
        }
        var next = found.coversSpan(read.conversations()) ? null : read.next();
        var due = now.plus(BETWEEN_CALLS);
        watches.advance(watch, next, read.conversations().size(), missing.size(), due);
        if (next == null) {
            finish(watch, now);
        }
    }

    private void finish(PageWatch watch, Instant now) {
        watches.finish(watch, now);
        log.info("Page {} has caught up", watch.page());
    }

    private void failed(PageWatch watch, String cause, String detail, Instant now) {
        if (watch.failures() == 0) {
            log.warn("Page {} could not be checked: {}", watch.page(), detail);
            events.publishEvent(new WatchFailed(watch.page()));
        }
        watches.fail(watch, cause, detail, false, now.plus(pause(watch)));
    }

    private static Duration pause(PageWatch watch) {
        var pause = FIRST_PAUSE.multipliedBy(1L << Math.min(watch.failures(), 10));
        return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
    }

    /// Watches all existing pages, and no others.
    void syncPages() {
        watches.syncPages(clock.instant().plus(settings.patience()));
    }

    void startNow(String page) {
        watches.startNow(page, clock.instant());
    }

    /// @param page null for all
    void request(@Nullable String page) {
        watches.request(page, clock.instant());
    }
}
