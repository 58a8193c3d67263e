package dev.parley.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;

/// A connection to the server's database, to count in it what the server did.
final class Database implements AutoCloseable {
    private static final String SETTINGS =
            """
            select string_agg(name || ' = ' || setting, ', ' order by name)
              from pg_settings
             where name in ('fsync', 'synchronous_commit', 'full_page_writes')
            """;

    /// Without begin, commit and the like.
    private static final String STATEMENTS =
            """
            select coalesce(sum(calls), 0) from pg_stat_statements
             where query not like '%pg_stat_statements%' and query not like '%pg_current_wal%'
            """;

    private static final String NO_OFFERS =
            """
            insert into agent (user_id, capacity, presence, presence_since)
            select id, 0, 'OFFLINE', now() from user_account where agent
                on conflict (user_id) do update set capacity = 0
            """;

    private final String url;
    private final String password;
    private final Connection connection;
    private final String waiting;

    Database(int port, String password) throws SQLException {
        url = "jdbc:postgresql://127.0.0.1:%d/postgres".formatted(port);
        this.password = password;
        connection = connect();
        waiting =
                number("select count(*) from pg_tables where tablename = 'waiting_envelope'") > 0
                        ? "select count(*) from waiting_envelope"
                        : "select count(*) from envelope where handled_at is null and failed_at is null";
    }

    Connection connect() throws SQLException {
        return DriverManager.getConnection(url, "parley", password);
    }

    String settings() throws SQLException {
        return text(SETTINGS);
    }

    /// {@return the number of accepted events that are not yet handled}
    long backlog() throws SQLException {
        return number(waiting);
    }

    /// {@return whether everything accepted was handled within this time}
    boolean awaitHandled(Duration longest) throws SQLException, InterruptedException {
        var deadline = System.nanoTime() + longest.toNanos();
        while (backlog() > 0) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            Thread.sleep(50);
        }
        return true;
    }

    /// {@return the number of stored messages from customers}
    long messages() throws SQLException {
        return number("select count(*) from message where author = 'CUSTOMER'");
    }

    /// {@return bytes of the write-ahead log so far}
    long walBytes() throws SQLException {
        return number("select pg_current_wal_lsn() - '0/0'::pg_lsn");
    }

    /// {@return statements so far; 0 if PostgreSQL does not count them}
    long statements() throws SQLException {
        return countsStatements() ? number(STATEMENTS) : 0;
    }

    boolean countsStatements() throws SQLException {
        return number("select count(*) from pg_extension where extname = 'pg_stat_statements'") > 0;
    }

    /// Has PostgreSQL count statements from its next start.
    void countStatements() throws SQLException {
        execute("alter system set shared_preload_libraries = 'pg_stat_statements'");
        execute("alter system set pg_stat_statements.track_utility = off");
        execute("create extension if not exists pg_stat_statements");
    }

    /// Takes all capacity from the agents: conversations stay in the queue unless one takes them.
    void offerNothing() throws SQLException {
        execute(NO_OFFERS);
    }

    void execute(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    long number(String sql) throws SQLException {
        return Long.parseLong(text(sql));
    }

    String text(String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return String.valueOf(rows.getString(1));
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
