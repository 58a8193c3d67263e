package dev.parley.contact;

import org.springframework.jdbc.core.simple.JdbcClient;

/// The lock of those who change which company people work for, or which contact customers are: they
/// happen one after the other. Whoever also locks a contact takes it first.
final class CompanyLock {
    private CompanyLock() {}

    /// Until the transaction ends.
    static void take(JdbcClient jdbc) {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('parley.company'))")
                .query((_, _) -> 1)
                .single();
    }
}
