package dev.parley.platform.database;

/// A PostgreSQL that somebody else runs.
record ExternalPostgres(String jdbcUrl, String user, String password) implements Database {
    @Override
    public void close() {
        // it is not ours to stop
    }
}
