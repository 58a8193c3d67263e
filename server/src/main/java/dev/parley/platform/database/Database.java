package dev.parley.platform.database;

/// Where the rows are kept, and how to get there.
sealed interface Database extends AutoCloseable permits EmbeddedPostgres, ExternalPostgres {
    String jdbcUrl();

    String user();

    String password();

    @Override
    void close();
}
