package dev.parley.search;

import java.sql.SQLException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// How much of the database searches may use: few at once, each statement for a limited time, and
/// with plans for the words that are searched for.
@Component
public class SearchLimits {
    private static final int AT_ONCE = 4;
    private static final int WAIT_SECONDS = 2;

    private static final String CANCELLED = "57014";

    /// A plan for any words would read all messages, and so would one that takes words for common.
    private static final String SETTINGS =
            """
            select set_config('statement_timeout', '2000', true),
                   set_config('plan_cache_mode', 'force_custom_plan', true),
                   set_config('enable_seqscan', 'off', true),
                   set_config('jit', 'off', true)
            """;

    private final Semaphore searches = new Semaphore(AT_ONCE);
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    SearchLimits(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        transaction.setReadOnly(true);
    }

    /// {@return what this finds}
    ///
    /// @throws SearchUnavailable if it takes too long, or too many others search
    public <T> T search(Supplier<T> search) {
        acquire();
        try {
            return transaction.execute(_ -> {
                jdbc.sql(SETTINGS).query((_, _) -> true).single();
                return search.get();
            });
        } catch (DataAccessException failure) {
            if (isTimeout(failure)) {
                throw new SearchUnavailable("A search took too long");
            }
            throw failure;
        } finally {
            searches.release();
        }
    }

    private static boolean isTimeout(DataAccessException failure) {
        return NestedExceptionUtils.getMostSpecificCause(failure) instanceof SQLException cause
                && CANCELLED.equals(cause.getSQLState());
    }

    private void acquire() {
        try {
            if (!searches.tryAcquire(WAIT_SECONDS, TimeUnit.SECONDS)) {
                throw new SearchUnavailable("Too many searches at once");
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new SearchUnavailable("The server stops");
        }
    }
}
