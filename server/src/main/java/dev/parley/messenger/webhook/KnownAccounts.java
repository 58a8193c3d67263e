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
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.event.TransactionalEventListener;

/// The accounts that webhooks are sent to, cached for a moment so that a webhook needs no query.
///
/// A change made on this node is seen immediately; one made on another node as soon as something
/// does not match (an unknown key, a bad signature, an unknown page), otherwise within seconds.
@Component
class KnownAccounts implements AutoCloseable {
    private static final Duration FRESH = Duration.ofSeconds(5);
    private static final Duration LONGEST_LOOK_UP = Duration.ofSeconds(1);
    private static final int MOST_LOOK_UPS_WAITING = 64;

    private final MessagingAccounts accounts;
    private final Clock clock;
    private final Map<String, Known> byKey = new ConcurrentHashMap<>();

    /// Requests with made-up keys or wrong signatures use at most one connection to the database,
    /// however many arrive, and none waits long for it.
    private final ExecutorService lookUps =
            new ThreadPoolExecutor(
                    1,
                    1,
                    0,
                    TimeUnit.SECONDS,
                    new ArrayBlockingQueue<>(MOST_LOOK_UPS_WAITING),
                    Thread.ofVirtual().name("account-look-up").factory());

    KnownAccounts(MessagingAccounts accounts, Clock clock) {
        this.accounts = accounts;
        this.clock = clock;
    }

    /// {@return the account with this key}
    ///
    /// @throws DataAccessException if an account that is not cached cannot be looked up in time
    Optional<Known> byKey(String key) {
        var known = byKey.get(key);
        var oldest = clock.instant().minus(FRESH);
        return known != null && known.readAt.isAfter(oldest)
                ? Optional.of(known)
                : lookUp(key, oldest, known);
    }

    /// {@return the account as it was read after this one; this one if the database does not
    /// answer}
    Optional<Known> readAfter(Known stale) {
        return lookUp(stale.account().key(), stale.readAt, stale);
    }

    private Optional<Known> lookUp(String key, Instant after, @Nullable Known otherwise) {
        try {
            return await(lookUps.submit(() -> readAfter(after, key)));
        } catch (RejectedExecutionException | DataAccessException | TransactionException failure) {
            if (otherwise != null) {
                return Optional.of(otherwise);
            }
            throw failure instanceof RejectedExecutionException
                    ? new QueryTimeoutException("Too many accounts are being looked up", failure)
                    : failure;
        }
    }

    private static Optional<Known> await(Future<Optional<Known>> read) {
        try {
            return read.get(LONGEST_LOOK_UP.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException failure) {
            throw failure.getCause() instanceof RuntimeException cause
                    ? cause
                    : new IllegalStateException(failure);
        } catch (TimeoutException failure) {
            read.cancel(false);
            throw new QueryTimeoutException("The account was not found in time", failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new QueryTimeoutException("Interrupted", interrupted);
        }
    }

    private Optional<Known> readAfter(Instant after, String key) {
        var known = byKey.get(key);
        if (known != null && known.readAt.isAfter(after)) {
            return Optional.of(known);
        }
        var now = clock.instant();
        var read = accounts.byKey(key).map(found -> known(found, now));
        read.ifPresentOrElse(found -> byKey.put(key, found), () -> byKey.remove(key));
        return read;
    }

    @TransactionalEventListener(fallbackExecution = true)
    void on(MessagingAccountsChanged change) {
        byKey.clear();
    }

    @Override
    public void close() {
        lookUps.shutdownNow();
    }

    private static Known known(AccountWithPages found, Instant readAt) {
        var account = found.account();
        var signature = new Signature(account.appSecret().reveal());
        return new Known(account, signature, found.pageIds(), readAt);
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
