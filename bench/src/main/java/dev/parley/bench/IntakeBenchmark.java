package dev.parley.bench;

import java.util.ArrayList;
import java.util.List;

/// Measures how many webhooks are acknowledged, which means on disk.
final class IntakeBenchmark {
    static final int KNOWN = 200;

    private static final int SECONDS = 8;
    private static final int[] CONNECTIONS = {8, 64};
    private static final int MOST_WINDOWS = 5;

    private final BenchmarkContext context;
    private final Webhooks webhooks;
    private final Database database;

    private IntakeBenchmark(BenchmarkContext context, Webhooks webhooks, Database database) {
        this.context = context;
        this.webhooks = webhooks;
        this.database = database;
    }

    static void run(BenchmarkContext context) throws Exception {
        var server = context.installation().startServer();
        try (var database = context.installation().database()) {
            context.report().database(database.settings());
            var webhooks = new Webhooks(context.installation().demoEnv());
            new IntakeBenchmark(context, webhooks, database).measure(server);
        }
    }

    private void measure(Process server) throws Exception {
        double rate;
        try (var loop = new HttpLoop(webhooks.url(), 64)) {
            rate = context.warmUp(loop, webhooks, KNOWN, MOST_WINDOWS);
        }
        context.settle(database);
        var ours = new ArrayList<LoadResult>();
        for (var connections : CONNECTIONS) {
            ours.add(acknowledged(connections, rate));
            context.settle(database);
        }
        var commits = new ArrayList<LoadResult>();
        for (var connections : CONNECTIONS) {
            commits.add(Commits.run(database, connections, context.seconds(SECONDS)));
        }
        context.installation().stop(server);
        var plain = plain();
        for (var index = 0; index < CONNECTIONS.length; index++) {
            report(CONNECTIONS[index], ours.get(index), commits.get(index), plain.get(index));
        }
    }

    private void report(int connections, LoadResult ours, LoadResult commits, LoadResult plain) {
        var of = "%d connections, ".formatted(connections);
        var report = context.report();
        report.add(
                of + "acknowledged",
                "/s",
                ours.perSecond(),
                "single-row commits, %d connections".formatted(Commits.connections(connections)),
                commits.perSecond());
        report.add(
                of + "acknowledged",
                "/s",
                ours.perSecond(),
                "the same web server, storing nothing",
                plain.perSecond());
        report.add(of + "p50", "ms", ours.p50(), "single-row commits", commits.p50());
        report.add(of + "p99", "ms", ours.p99(), "single-row commits", commits.p99());
        report.add(of + "refused", "/s", ours.refused() / ours.seconds());
    }

    private LoadResult acknowledged(int connections, double rate) throws Exception {
        var block = webhooks.texts(context.requests(SECONDS, rate), KNOWN);
        var cpu = Machine.cpu(ProcessHandle.current());
        try (var loop = new HttpLoop(webhooks.url(), connections)) {
            var load = loop.saturate(block, context.seconds(SECONDS));
            var spent = Machine.cpu(ProcessHandle.current()) - cpu;
            context.report()
                    .add(
                            "%d connections, load generator's processor time"
                                    .formatted(connections),
                            "µs",
                            spent / (load.calls() + load.refused()) * 1e6);
            return load;
        }
    }

    /// As warm as the server was: its JVM starts with what it learned in training.
    private List<LoadResult> plain() throws Exception {
        var address = context.installation().startPlainServer();
        var block = webhooks.texts(context.requests(SECONDS, 20_000), KNOWN);
        var loads = new ArrayList<LoadResult>();
        try (var loop = new HttpLoop(address, 64)) {
            for (var time = 0; time < 2; time++) {
                loop.saturate(block, context.seconds(5));
            }
        }
        for (var connections : CONNECTIONS) {
            try (var loop = new HttpLoop(address, connections)) {
                loads.add(loop.saturate(block, context.seconds(SECONDS)));
            }
        }
        return loads;
    }
}
