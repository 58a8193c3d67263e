package dev.parley.messenger.catchup;

import dev.parley.background.Pump;
import dev.parley.identity.Audit;
import dev.parley.identity.UserId;
import dev.parley.messenger.account.MessagingAccountsChanged;
import dev.parley.messenger.graph.PageSubscribed;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Fetches what Meta could not deliver: after each start, when a page's subscription had been lost,
/// for a new page, and on request.
@Component
public class CatchUp {
    private final PageWatches watches;
    private final CatchUpSettings settings;
    private final Audit audit;
    private final Clock clock;

    CatchUp(PageWatches watches, CatchUpSettings settings, Audit audit, Clock clock) {
        this.watches = watches;
        this.settings = settings;
        this.audit = audit;
        this.clock = clock;
    }

    /// {@return the status of each watched page}
    public List<PageWatch> pages() {
        return watches.all();
    }

    /// Checks this page now, and fetches what is missing.
    @Transactional
    public void request(String page, UserId by) {
        watches.request(page, clock.instant());
        audit.record(by, "facebookPage.caughtUp", "facebookPage/" + page, Map.of(), Map.of());
    }

    /// What Meta delivered while no server was running was not accepted.
    @EventListener(ApplicationReadyEvent.class)
    void afterEachStart() {
        syncPages();
        watches.request(null, clock.instant());
    }

    /// Part of the transaction that made the change, so that every page is watched.
    @EventListener
    void on(MessagingAccountsChanged change) {
        syncPages();
    }

    /// Watches all existing pages, and no others.
    private void syncPages() {
        watches.syncPages(clock.instant().plus(settings.waitForRetries()));
    }

    /// What customers wrote before that is only in the message history.
    @EventListener
    void on(PageSubscribed subscribed) {
        watches.startNow(subscribed.page(), clock.instant());
    }

    @Configuration(proxyBeanMethods = false)
    static class Wiring {
        private static final int CONCURRENCY = 2;

        @Bean
        Pump catchUpPump(WatchDispatch dispatch) {
            return new Pump("catch-up", Duration.ofSeconds(1), CONCURRENCY, dispatch::watchOne);
        }
    }
}
