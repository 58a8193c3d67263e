package dev.parley.messenger.webhook;

import dev.parley.messenger.account.AccountWithPages;
import dev.parley.messenger.account.MessagingAccount;
import dev.parley.messenger.account.MessagingAccounts;
import dev.parley.messenger.account.MessagingAccountsChanged;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/// The accounts that webhooks are sent to, cached for a moment so that a webhook needs no query.
///
/// A change made on this node is seen immediately; one made on another node as soon as something
/// does not match (an unknown key, a bad signature, an unknown page), otherwise within seconds.
@Component
class KnownAccounts {
    private static final Duration FRESH = Duration.ofSeconds(5);
    private static final Duration LONGEST_LOOK_UP = Duration.ofSeconds(1);

    private final MessagingAccounts accounts;
    private final Clock clock;
    private final Map<String, Known> byKey = new ConcurrentHashMap<>();
    private final Lock lookUp = new ReentrantLock();

    KnownAccounts(MessagingAccounts accounts, Clock clock) {
        this.accounts = accounts;
        this.clock = clock;
    }

    Optional<Known> byKey(String key) {
        var known = byKey.get(key);
        return known != null && clock.instant().isBefore(known.readAt.plus(FRESH))
                ? Optional.of(known)
                : known == null ? lookUpUnknown(key) : readAgain(key);
    }

    /// Requests with made-up keys use at most one connection to the database, however many arrive.
    private Optional<Known> lookUpUnknown(String key) {
        lookUp.lock();
        try {
            var known = byKey.get(key);
            return known != null ? Optional.of(known) : readAgain(key);
        } finally {
            lookUp.unlock();
        }
    }

    /// {@return the account as it was read after this one} Many requests with bad signatures use at
    /// most one connection to the database.
    Optional<Known> readAfter(Known stale, String key) {
        if (!isFree()) {
            return Optional.of(stale);
        }
        try {
            var known = byKey.get(key);
            return known != null && known.readAt.isAfter(stale.readAt)
                    ? Optional.of(known)
                    : readAgain(key);
        } finally {
            lookUp.unlock();
        }
    }

    private boolean isFree() {
        try {
            return lookUp.tryLock(LONGEST_LOOK_UP.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    Optional<Known> readAgain(String key) {
        var read = accounts.byKey(key).map(this::known);
        read.ifPresentOrElse(known -> byKey.put(key, known), () -> byKey.remove(key));
        return read;
    }

    @TransactionalEventListener(fallbackExecution = true)
    void on(MessagingAccountsChanged change) {
        byKey.clear();
    }

    private Known known(AccountWithPages found) {
        var account = found.account();
        var signature = new Signature(account.appSecret().reveal());
        return new Known(account, signature, found.pageIds(), clock.instant());
    }

    /// @param signature of the app's current secret
    record Known(MessagingAccount account, Signature signature, Set<String> pages, Instant readAt) {
        /// Meta does not switch to a new secret immediately; until then the old one is valid too.
        boolean signed(byte[] body, @Nullable String header, Instant now) {
            return signature.isValid(header, body)
                    || account.previousSecret()
                            .filter(previous -> now.isBefore(previous.until()))
                            .map(previous -> new Signature(previous.secret().reveal()))
                            .filter(previous -> previous.isValid(header, body))
                            .isPresent();
        }
    }
}
