package dev.parley.bench;

import java.util.List;

/// Measures receiving and handling at once: webhooks arrive as fast as they are acknowledged, and
/// what matters is whether they are also handled (stored in their conversation, routed, notified).
final class Pipeline {
    private static final int CONNECTIONS = 64;
    private static final int SECONDS = 60;
    private static final int VARIANT_SECONDS = 10;
    private static final int MOST_WINDOWS = 4;
    private static final int NOTICEABLE = 1_000;

    private final Run run;
    private final Process server;
    private final Database database;

    private Pipeline(Run run, Process server, Database database) {
        this.run = run;
        this.server = server;
        this.database = database;
    }

    static void run(Run run) throws Exception {
        var installation = run.installation();
        var first = installation.startServer();
        try (var database = installation.database()) {
            run.report().database(database.settings());
            database.countStatements();
        }
        installation.stop(first);
        var server = installation.startServer();
        try (var database = installation.database()) {
            new Pipeline(run, server, database).measure(new Webhooks(installation.demoEnv()));
        }
    }

    private void measure(Webhooks webhooks) throws Exception {
        try (var loop = new HttpLoop(webhooks.url(), CONNECTIONS)) {
            var rate = run.warmUp(loop, webhooks, Intake.KNOWN, MOST_WINDOWS);
            run.settle(database);
            var commits = Commits.run(database, CONNECTIONS, run.seconds(4)).perSecond();
            var known = webhooks.texts(run.requests(SECONDS, rate), Intake.KNOWN);
            var messages = database.messages();
            var handling = measure(loop, known, SECONDS);
            handling.report(run.report(), "known people", commits);
            checkStored(messages + handling.load().calls());
            var most = run.requests(VARIANT_SECONDS, rate);
            measure(loop, webhooks.textsOfNewPeople(most), VARIANT_SECONDS)
                    .report(run.report(), "new people", commits);
            run.settle(database);
            measure(loop, webhooks.dialogues(most, Intake.KNOWN), VARIANT_SECONDS)
                    .report(run.report(), "texts, echoes and receipts", commits);
        }
    }

    private Handling measure(HttpLoop loop, List<byte[]> requests, int seconds) throws Exception {
        return Handling.measure(database, server, loop, requests, run.seconds(seconds));
    }

    /// Waits until the rest is handled, and compares what is stored with what was acknowledged.
    private void checkStored(long acknowledged) throws Exception {
        var backlog = (double) database.backlog();
        var from = System.nanoTime();
        run.settle(database);
        if (backlog > NOTICEABLE && database.backlog() == 0) {
            var seconds = (System.nanoTime() - from) / 1e9;
            run.report().add("handled while nothing arrives", "/s", backlog / seconds);
        }
        var stored = database.messages() + database.backlog();
        if (stored != acknowledged) {
            run.report().note("%,d were acknowledged, %,d stored".formatted(acknowledged, stored));
        }
    }
}
