package dev.parley.bench;

import java.util.List;

/// Measures receiving and handling at once: webhooks arrive as fast as they are acknowledged, and
/// what matters is whether they are also handled (stored in their conversation, routed, notified).
final class PipelineBenchmark {
    private static final int CONNECTIONS = 64;
    private static final int SECONDS = 60;
    private static final int VARIANT_SECONDS = 10;
    private static final int MOST_WINDOWS = 4;
    private static final int NOTICEABLE = 1_000;

    private final BenchmarkContext context;
    private final Process server;
    private final Database database;

    private PipelineBenchmark(BenchmarkContext context, Process server, Database database) {
        this.context = context;
        this.server = server;
        this.database = database;
    }

    static void run(BenchmarkContext context) throws Exception {
        var installation = context.installation();
        var first = installation.startServer();
        try (var database = installation.database()) {
            context.report().database(database.settings());
            database.countStatements();
        }
        installation.stop(first);
        var server = installation.startServer();
        try (var database = installation.database()) {
            new PipelineBenchmark(context, server, database)
                    .measure(new Webhooks(installation.demoEnv()));
        }
    }

    private void measure(Webhooks webhooks) throws Exception {
        try (var loop = new HttpLoop(webhooks.url(), CONNECTIONS)) {
            var rate = context.warmUp(loop, webhooks, IntakeBenchmark.KNOWN, MOST_WINDOWS);
            context.settle(database);
            var commits = Commits.run(database, CONNECTIONS, context.seconds(4)).perSecond();
            var known = webhooks.texts(context.requests(SECONDS, rate), IntakeBenchmark.KNOWN);
            var messages = database.messages();
            var handling = measure(loop, known, SECONDS);
            handling.report(context.report(), "known people", commits);
            checkStored(messages + handling.load().calls());
            var most = context.requests(VARIANT_SECONDS, rate);
            measure(loop, webhooks.textsOfNewPeople(most), VARIANT_SECONDS)
                    .report(context.report(), "new people", commits);
            context.settle(database);
            measure(loop, webhooks.dialogues(most, IntakeBenchmark.KNOWN), VARIANT_SECONDS)
                    .report(context.report(), "texts, echoes and receipts", commits);
        }
    }

    private Handling measure(HttpLoop loop, List<byte[]> requests, int seconds) throws Exception {
        return Handling.measure(database, server, loop, requests, context.seconds(seconds));
    }

    /// Waits until the rest is handled, and compares what is stored with what was acknowledged.
    private void checkStored(long acknowledged) throws Exception {
        var backlog = (double) database.backlog();
        var from = System.nanoTime();
        context.settle(database);
        if (backlog > NOTICEABLE && database.backlog() == 0) {
            var seconds = (System.nanoTime() - from) / 1e9;
            context.report().add("handled while nothing arrives", "/s", backlog / seconds);
        }
        var stored = database.messages() + database.backlog();
        if (stored != acknowledged) {
            context.report()
                    .note("%,d were acknowledged, %,d stored".formatted(acknowledged, stored));
        }
    }
}
