package dev.parley.bench;

import java.time.Duration;
import java.util.List;

/// The results for events that were sent as fast as they were acknowledged.
///
/// @param usage from the first event to the last
/// @param backlog events that still waited at the end
record Handling(LoadResult load, ResourceUsage usage, long backlog, boolean countsStatements) {

    static Handling measure(
            Database database, Process server, HttpLoop loop, List<byte[]> requests, Duration time)
            throws Exception {
        var before = ResourceUsage.now(database, server);
        var load = loop.saturate(requests, time);
        var after = ResourceUsage.now(database, server);
        return new Handling(
                load, after.since(before), after.backlog(), database.countsStatements());
    }

    /// {@return stored in their conversation, routed and notified, per second}
    double perSecond() {
        return handled() / usage.seconds();
    }

    private double handled() {
        return (double) (load.calls() - usage.backlog());
    }

    /// @param commits single rows per second, the yardstick
    void report(Report report, String name, double commits) {
        var yardstick = "single-row commits, %d connections".formatted(Commits.connections(64));
        report.add(name + ": acknowledged", "/s", load.perSecond(), yardstick, commits);
        report.add(name + ": handled", "/s", perSecond(), yardstick, commits);
        report.add(name + ": backlog at the end", "", (double) backlog);
        report.add(name + ": refused", "/s", load.refused() / load.seconds());
        report.add(name + ": acknowledged, p50", "ms", load.p50());
        report.add(name + ": acknowledged, p99", "ms", load.p99());
        if (countsStatements) {
            report.add(name + ": statements per event", "", usage.statements() / handled());
        }
        report.add(name + ": write-ahead log per event", "B", usage.walBytes() / handled());
        report.add(name + ": processors, server", "", usage.server() / usage.seconds());
        report.add(name + ": processors, database", "", usage.database() / usage.seconds());
        report.add(
                name + ": processors, load generator", "", usage.loadGenerator() / usage.seconds());
    }
}
