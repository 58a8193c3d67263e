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

/// Tells a database that is away, busy or full from one that refuses what it is given.
public final class DatabaseOutage {
    /// PostgreSQL's class of errors for what is too long or too complex for it, such as a value for
    /// an index. Spring counts it among the failures of resources.
    private static final String PROGRAM_LIMIT_EXCEEDED = "54";

    private DatabaseOutage() {}

    /// {@return whether this says nothing about what was to be written}
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
