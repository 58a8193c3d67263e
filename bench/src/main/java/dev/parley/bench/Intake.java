package dev.parley.bench;

import java.util.ArrayList;
import java.util.List;

/// Measures how many webhooks are acknowledged, which means on disk.
final class Intake {
    static final int KNOWN = 200;

    private static final int SECONDS = 8;
    private static final int[] CONNECTIONS = {8, 64};
    private static final int MOST_WINDOWS = 5;

    private final Run run;
    private final Webhooks webhooks;
    private final Database database;

    private Intake(Run run, Webhooks webhooks, Database database) {
        this.run = run;
        this.webhooks = webhooks;
        this.database = database;
    }

    static void run(Run run) throws Exception {
        var server = run.installation().startServer();
        try (var database = run.installation().database()) {
            run.report().database(database.settings());
            var webhooks = new Webhooks(run.installation().demoEnv());
            new Intake(run, webhooks, database).measure(server);
        }
    }

    private void measure(Process server) throws Exception {
        double rate;
        try (var loop = new HttpLoop(webhooks.url(), 64)) {
            rate = run.warmUp(loop, webhooks, KNOWN, MOST_WINDOWS);
        }
        run.settle(database);
        var ours = new ArrayList<Load>();
        for (var connections : CONNECTIONS) {
            ours.add(acknowledged(connections, rate));
            run.settle(database);
        }
        var commits = new ArrayList<Load>();
        for (var connections : CONNECTIONS) {
            commits.add(Commits.run(database, connections, run.seconds(SECONDS)));
        }
        run.installation().stop(server);
        var plain = plain();
        for (var index = 0; index < CONNECTIONS.length; index++) {
            report(CONNECTIONS[index], ours.get(index), commits.get(index), plain.get(index));
        }
    }

    private void report(int connections, Load ours, Load commits, Load plain) {
        var of = "%d connections, ".formatted(connections);
        var report = run.report();
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

    private Load acknowledged(int connections, double rate) throws Exception {
        var block = webhooks.texts(run.requests(SECONDS, rate), KNOWN);
        var cpu = Machine.cpu(ProcessHandle.current());
        try (var loop = new HttpLoop(webhooks.url(), connections)) {
            var load = loop.saturate(block, run.seconds(SECONDS));
            var spent = Machine.cpu(ProcessHandle.current()) - cpu;
            run.report()
                    .add(
                            "%d connections, load generator's processor time"
                                    .formatted(connections),
                            "µs",
                            spent / (load.calls() + load.refused()) * 1e6);
            return load;
        }
    }

    /// As warm as the server was: its JVM starts with what it learned in training.
    private List<Load> plain() throws Exception {
        var address = run.installation().startPlainServer();
        var block = webhooks.texts(run.requests(SECONDS, 20_000), KNOWN);
        var loads = new ArrayList<Load>();
        try (var loop = new HttpLoop(address, 64)) {
            for (var time = 0; time < 2; time++) {
                loop.saturate(block, run.seconds(5));
            }
        }
        for (var connections : CONNECTIONS) {
            try (var loop = new HttpLoop(address, connections)) {
                loads.add(loop.saturate(block, run.seconds(SECONDS)));
            }
        }
        return loads;
    }
}
