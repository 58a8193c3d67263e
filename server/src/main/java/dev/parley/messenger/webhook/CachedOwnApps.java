package dev.parley.messenger.webhook;

import dev.parley.messenger.account.MessagingAccountsChanged;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.transaction.event.TransactionalEventListener;

/// Our apps, cached for a moment so that an echo needs no query. A change made on this node is seen
/// immediately, one made on another node within seconds.
final class CachedOwnApps implements OwnApps {
    private static final Duration FRESH = Duration.ofSeconds(5);

    private final OwnApps stored;
    private final Clock clock;
    private final Map<String, Known> byPage = new ConcurrentHashMap<>();

    CachedOwnApps(OwnApps stored, Clock clock) {
        this.stored = stored;
        this.clock = clock;
    }

    @Override
    public Optional<String> of(String page) {
        var known = byPage.get(page);
        return known != null && clock.instant().isBefore(known.readAt.plus(FRESH))
                ? Optional.of(known.app)
                : read(page);
    }

    private Optional<String> read(String page) {
        var app = stored.of(page);
        app.ifPresentOrElse(
                id -> byPage.put(page, new Known(id, clock.instant())), () -> byPage.remove(page));
        return app;
    }

    @TransactionalEventListener(fallbackExecution = true)
    void on(MessagingAccountsChanged change) {
        byPage.clear();
    }

    private record Known(String app, Instant readAt) {}
}
