package dev.parley.bench;

import java.net.http.HttpClient;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Measures whether Parley becomes slower with what it has stored.
final class HistoryBenchmark {
    private static final int SECONDS = 10;
    private static final int REQUESTS = 300;
    private static final long MESSAGES = 3_000_000;
    private static final String FEW = "at 10,000 messages";
    private static final String IDS =
            """
            select string_agg(id::text, ',') from (
                select id from conversation where state <> 'CLOSED' order by id limit 50)
            """;

    private final BenchmarkContext context;
    private final Process server;
    private final Database database;
    private final DeskSession session;

    private HistoryBenchmark(
            BenchmarkContext context, Process server, Database database, DeskSession session) {
        this.context = context;
        this.server = server;
        this.database = database;
        this.session = session;
    }

    static void run(BenchmarkContext context) throws Exception {
        var installation = context.installation();
        var server = installation.startServer();
        var demo = installation.demoEnv();
        try (var database = installation.database();
                var http = HttpClient.newHttpClient()) {
            context.report().database(database.settings());
            var session = DeskSession.ofSupervisor(http, installation);
            new HistoryBenchmark(context, server, database, session).measure(new Webhooks(demo));
        }
    }

    private void measure(Webhooks webhooks) throws Exception {
        try (var loop = new HttpLoop(webhooks.url(), 64)) {
            var texts = webhooks.texts(StoredHistory.SHORT, IntakeBenchmark.KNOWN);
            loop.saturate(texts, context.seconds(1_000));
            context.settle(database);
            var stored = new StoredHistory(database);
            var pages = pages(List.of(database.text(IDS).split(",", -1)));
            times(pages);
            var few = times(pages);
            handled(loop, webhooks);
            context.settle(database);
            var fewHandled = handled(loop, webhooks);
            context.settle(database);
            extend(stored);
            times(pages);
            report(times(pages), few);
            var handled = handled(loop, webhooks);
            context.report().add("handled while webhooks arrive", "/s", handled, FEW, fewHandled);
        }
    }

    private void extend(StoredHistory stored) throws SQLException {
        var from = System.nanoTime();
        stored.extendTo(context.options().messages(MESSAGES));
        var seconds = (System.nanoTime() - from) / 1e9;
        var messages = database.messages();
        context.report().note("%,d messages stored after %.0f s".formatted(messages, seconds));
    }

    private void report(Map<String, Double> many, Map<String, Double> few) {
        many.forEach((name, millis) ->
                context.report()
                        .add(
                                name + ", p50",
                                "ms",
                                millis,
                                FEW,
                                few.getOrDefault(name, Double.NaN)));
    }

    private double handled(HttpLoop loop, Webhooks webhooks) throws Exception {
        var block = webhooks.texts(context.requests(SECONDS, 10_000), IntakeBenchmark.KNOWN);
        return Handling.measure(database, server, loop, block, context.seconds(SECONDS))
                .perSecond();
    }

    private static Map<String, List<String>> pages(List<String> ids) {
        var pages = new LinkedHashMap<String, List<String>>();
        pages.put(
                "open a conversation",
                ids.stream().map(id -> "/desk/conversations/" + id).toList());
        pages.put("list of all conversations", List.of("/desk/worklist?view=all"));
        pages.put("list of open conversations", List.of("/desk/worklist?view=open"));
        pages.put("list of closed conversations", List.of("/desk/worklist?view=closed"));
        return pages;
    }

    /// {@return the median time of each page in milliseconds}
    private Map<String, Double> times(Map<String, List<String>> pages) throws Exception {
        var medians = new LinkedHashMap<String, Double>();
        for (var page : pages.entrySet()) {
            var addresses = page.getValue();
            var times = new long[context.options().count(REQUESTS)];
            for (var request = 0; request < times.length; request++) {
                var from = System.nanoTime();
                var _ = session.get(addresses.get(request % addresses.size()));
                times[request] = System.nanoTime() - from;
            }
            medians.put(page.getKey(), LoadResult.millis(times, 0.5));
        }
        return medians;
    }
}
