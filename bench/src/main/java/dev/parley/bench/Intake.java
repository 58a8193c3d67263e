package dev.parley.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;

/// Measures how many webhooks are accepted, compared with single-row commits in the same database.
final class Intake {
    private static final Duration WARM_UP = Duration.ofSeconds(4);
    private static final Duration MEASURED = Duration.ofSeconds(6);
    private static final Duration LONGEST_BACKLOG = Duration.ofSeconds(90);
    private static final int[] CALLERS = {8, 64};
    private static final int KNOWN = 200;

    /// The embedded database allows 60 connections in all, and the server uses ten of them.
    private static final int MOST_CONNECTIONS = 40;

    private static final String TABLE =
            """
            create table if not exists bench_row (id bigint generated always as identity primary key,
                                                  at timestamptz not null, payload text not null)
            """;

    private Intake() {}

    static void run(Installation installation) throws Exception {
        var server = installation.startServer(true);
        try (var database = installation.connect()) {
            var webhooks = new Webhooks(installation.demoEnv());
            Load.run(8, WARM_UP, () -> webhooks.fromOneOf(KNOWN));
            awaitAllHandled(database);
            Bench.line("intake", "per second", "p50 ms", "p99 ms", "handled/s");
            for (var callers : CALLERS) {
                var name = "known people, c=" + callers;
                line(name, callers, database, () -> webhooks.fromOneOf(KNOWN));
            }
            for (var callers : CALLERS) {
                line("new people, c=" + callers, callers, database, webhooks::fromNewPerson);
            }
            database.createStatement().execute(TABLE);
            for (var callers : CALLERS) {
                var load = commits(installation, callers);
                var name = "baseline: single-row commits, c=" + callers;
                Bench.line(name, load.perSecond(), load.p50(), load.p99(), "");
            }
        } finally {
            Installation.stop(server);
        }
    }

    private static void line(String name, int callers, Connection database, Callable<?> post)
            throws Exception {
        var before = count(database, "handled_at is not null");
        var from = System.nanoTime();
        var load = Load.run(callers, MEASURED, post);
        awaitAllHandled(database);
        var seconds = (System.nanoTime() - from) / 1e9;
        var handled = (count(database, "handled_at is not null") - before) / seconds;
        Bench.line(name, load.perSecond(), load.p50(), load.p99(), handled);
    }

    private static Load commits(Installation installation, int callers) throws Exception {
        var connections = Math.min(callers, MOST_CONNECTIONS);
        var pool = new ArrayBlockingQueue<Connection>(connections);
        while (pool.remainingCapacity() > 0) {
            pool.add(installation.connect());
        }
        try {
            return Load.run(callers, MEASURED, () -> insert(pool));
        } finally {
            for (var connection : pool) {
                connection.close();
            }
        }
    }

    private static int insert(ArrayBlockingQueue<Connection> pool) throws Exception {
        var connection = pool.take();
        var sql = "insert into bench_row (at, payload) values (now(), repeat('x', 300))";
        try (var insert = connection.prepareStatement(sql)) {
            return insert.executeUpdate();
        } finally {
            pool.add(connection);
        }
    }

    private static void awaitAllHandled(Connection database) throws Exception {
        var deadline = System.nanoTime() + LONGEST_BACKLOG.toNanos();
        while (count(database, "handled_at is null") > 0) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("The backlog was not handled in time");
            }
            Thread.sleep(20);
        }
    }

    private static long count(Connection database, String which) throws SQLException {
        try (var statement = database.createStatement();
                var rows = statement.executeQuery("select count(*) from envelope where " + which)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
