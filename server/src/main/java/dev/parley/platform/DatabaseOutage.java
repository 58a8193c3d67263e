package dev.parley.platform;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;

/// Distinguishes a database that is unavailable, busy or full from one that rejects the data.
public final class DatabaseOutage {
    /// PostgreSQL's class of errors for data that is too long or too complex, such as a value for
    /// an index. Spring classifies it as a resource failure.
    private static final String PROGRAM_LIMIT_EXCEEDED = "54";

    private DatabaseOutage() {}

    /// {@return whether the failure is unrelated to the data that was to be written}
    public static boolean is(RuntimeException failure) {
        return isOfResources(failure)
                && !(failure instanceof OptimisticLockingFailureException)
                && !exceedsALimit(failure);
    }

    private static boolean isOfResources(RuntimeException failure) {
        return failure instanceof TransientDataAccessException
                || failure instanceof RecoverableDataAccessException
                || failure instanceof DataAccessResourceFailureException
                || failure instanceof NonTransientDataAccessResourceException
                || failure instanceof CannotCreateTransactionException
                || failure instanceof TransactionSystemException;
    }

    private static boolean exceedsALimit(RuntimeException failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException refused
                    && refused.getSQLState() != null
                    && refused.getSQLState().startsWith(PROGRAM_LIMIT_EXCEEDED)) {
                return true;
            }
        }
        return false;
    }
}
