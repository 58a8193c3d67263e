package dev.parley.bench;

import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.Callable;

/// The yardstick of the database: rows as large as a webhook, each committed by itself, through the
/// same driver.
final class Commits {
    /// The embedded database allows 60 connections in all, and the server has ten of them.
    private static final int MOST_CONNECTIONS = 40;

    private static final Duration WARM_UP = Duration.ofSeconds(2);
    private static final String TABLE =
            """
            create table if not exists bench_row (id bigint generated always as identity primary key,
                                                  at timestamptz not null, payload text not null)
            """;
    private static final String ROW =
            "insert into bench_row (at, payload) values (now(), repeat('x', 340))";

    private Commits() {}

    /// {@return how many connections stand for this number of callers}
    static int connections(int callers) {
        return Math.min(callers, MOST_CONNECTIONS);
    }

    static LoadResult run(Database database, int callers, Duration time) throws Exception {
        database.execute(TABLE);
        var connections = new ArrayList<Connection>();
        try {
            var inserts = new ArrayList<Callable<Integer>>();
            for (var caller = 0; caller < connections(callers); caller++) {
                var connection = database.connect();
                connections.add(connection);
                inserts.add(connection.prepareStatement(ROW)::executeUpdate);
            }
            LoadResult.run(inserts, WARM_UP);
            return LoadResult.run(inserts, time);
        } finally {
            for (var connection : connections) {
                connection.close();
            }
        }
    }
}
