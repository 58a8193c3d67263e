package dev.parley.platform.database;

/// A PostgreSQL that the operator runs.
record ExternalPostgres(String jdbcUrl, String user, String password) implements Database {
    @Override
    public void close() {
        // Parley does not stop it
    }
}
