package dev.parley.platform.database;

/// The database, and how to connect to it.
sealed interface Database extends AutoCloseable permits EmbeddedPostgres, ExternalPostgres {
    String jdbcUrl();

    String user();

    String password();

    @Override
    void close();
}
