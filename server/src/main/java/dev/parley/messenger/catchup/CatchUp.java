package dev.parley.messenger.catchup;

import dev.parley.identity.Audit;
import dev.parley.identity.UserId;
import dev.parley.messenger.account.MessagingAccountsChanged;
import dev.parley.work.Pump;
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
/// for a page that is new, and when somebody asks for it.
@Component
public class CatchUp {
    private final PageWatches watches;
    private final PageWatcher watching;
    private final Audit audit;

    CatchUp(PageWatches watches, PageWatcher watching, Audit audit) {
        this.watches = watches;
        this.watching = watching;
        this.audit = audit;
    }

    /// {@return what is known of each page that is watched}
    public List<PageWatch> pages() {
        return watches.all();
    }

    /// Looks at this page now, and fetches what is missing.
    @Transactional
    public void ask(String page, UserId by) {
        watching.want(page);
        audit.record(by, "facebookPage.caughtUp", "facebookPage/" + page, Map.of(), Map.of());
    }

    /// Nobody took what was delivered while no server ran.
    @EventListener(ApplicationReadyEvent.class)
    void afterEachStart() {
        watching.keepUp();
        watching.want(null);
    }

    /// Part of the transaction in which it was changed, so that no page goes unwatched.
    @EventListener
    void on(MessagingAccountsChanged change) {
        watching.keepUp();
    }

    @Configuration(proxyBeanMethods = false)
    static class Wiring {
        private static final int CONCURRENCY = 2;

        @Bean
        Pump catchUpPump(PageWatcher watching) {
            return new Pump("catch-up", Duration.ofSeconds(1), CONCURRENCY, watching::watchOne);
        }
    }
}
