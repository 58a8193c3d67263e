package dev.parley.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Measures the time to readiness with an existing database, and the memory at rest.
final class StartBenchmark {
    private static final int TIMES = 5;
    private static final Duration REST = Duration.ofSeconds(5);
    private static final String UNTRAINED = "without the AOT cache";

    private StartBenchmark() {}

    private record Starts(double median, double longest, double server, double database) {}

    static void run(BenchmarkContext context) throws Exception {
        var installation = context.installation();
        installation.stop(installation.startServer());
        var times = context.options().quick() ? 1 : TIMES;
        var ours = starts(installation, true, times);
        var theirs = starts(installation, false, context.options().quick() ? 1 : 2);
        var report = context.report();
        report.add("ready after, median", "s", ours.median(), UNTRAINED, theirs.median());
        report.add("ready after, longest", "s", ours.longest(), UNTRAINED, theirs.longest());
        report.add(
                "resident memory of the server", "MiB", ours.server(), UNTRAINED, theirs.server());
        report.add("memory of its database", "MiB", ours.database());
    }

    private static Starts starts(Installation installation, boolean trained, int times)
            throws Exception {
        var seconds = new ArrayList<Double>();
        var server = new ArrayList<Double>();
        var database = new ArrayList<Double>();
        for (var time = 0; time < times; time++) {
            var from = System.nanoTime();
            var process = installation.startServer(trained, List.of());
            seconds.add((System.nanoTime() - from) / 1e9);
            Thread.sleep(REST);
            server.add(Machine.resident(process.toHandle()));
            database.add(Machine.memoryOfChildren(process.toHandle()));
            installation.stop(process);
        }
        List.of(seconds, server, database).forEach(list -> list.sort(null));
        return new Starts(
                seconds.get(times / 2),
                seconds.getLast(),
                server.get(times / 2),
                database.get(times / 2));
    }
}
