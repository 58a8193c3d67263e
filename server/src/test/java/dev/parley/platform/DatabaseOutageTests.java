package dev.parley.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.transaction.CannotCreateTransactionException;

class DatabaseOutageTests {
    @Test
    void anUnavailableOrBusyDatabaseIsAnOutage() {
        assertThat(DatabaseOutage.is(new DataAccessResourceFailureException("gone"))).isTrue();
        assertThat(DatabaseOutage.is(new CannotCreateTransactionException("gone"))).isTrue();
        assertThat(DatabaseOutage.is(new CannotAcquireLockException("busy"))).isTrue();
    }

    @Test
    void aConcurrentChangeIsNoOutage() {
        assertThat(DatabaseOutage.is(new OptimisticLockingFailureException("changed"))).isFalse();
        assertThat(DatabaseOutage.is(new DataIntegrityViolationException("refused"))).isFalse();
    }
}
