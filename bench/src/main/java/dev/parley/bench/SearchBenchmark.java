package dev.parley.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/// Measures how long searches take in many stored messages, and how fast these are indexed.
final class SearchBenchmark {
    private static final long MESSAGES = 200_000;
    private static final int REQUESTS = 300;
    private static final int PEOPLE = 200;
    private static final int LONGEST_INDEXING_SECONDS = 1_800;
    private static final String BLANK = "a search without words";

    private static final String NOT_INDEXED =
            """
            select (select count(*) from message where text is not null)
                   - (select count(*) from search_entry)
            """;

    private final BenchmarkContext context;
    private final Database database;
    private final DeskSession session;

    private SearchBenchmark(BenchmarkContext context, Database database, DeskSession session) {
        this.context = context;
        this.database = database;
        this.session = session;
    }

    static void run(BenchmarkContext context) throws Exception {
        var installation = context.installation();
        installation.startServer();
        var demo = installation.demoEnv();
        try (var database = installation.database();
                var http = HttpClient.newHttpClient()) {
            context.report().database(database.settings());
            var session = DeskSession.ofSupervisor(http, installation);
            new SearchBenchmark(context, database, session).measure(new Webhooks(demo));
        }
    }

    private void measure(Webhooks webhooks) throws Exception {
        try (var loop = new HttpLoop(webhooks.url(), 8)) {
            loop.saturate(webhooks.texts(5 * PEOPLE, PEOPLE), context.seconds(10));
        }
        context.settle(database);
        var texts = new SearchTexts();
        texts.store(database, context.options().messages(MESSAGES));
        index();
        times("warming up", texts.common());
        times("warming up", texts.rare());
        var blank = time(List.of(" "));
        figures("Chinese word of two characters, rare", texts.rare(), blank);
        figures("Chinese word of two characters, common", texts.common(), blank);
        figures("Chinese, one character", texts.characters(), blank);
        figures("Chinese, four characters", texts.fourCharacters(), blank);
        figures("English word, rare", texts.rareEnglish(), blank);
        figures("English word, common", texts.commonEnglish(), blank);
        figures("English phrase of two words", texts.phrases(), blank);
        figures("two Chinese words anywhere in a text", texts.pairs(), blank);
    }

    /// Has all messages compared with the index, as the server does once a day.
    private void index() throws SQLException, InterruptedException {
        var missing = database.number(NOT_INDEXED);
        database.execute("update search_progress set compared_at = '1970-01-01Z'");
        var from = System.nanoTime();
        while (database.number(NOT_INDEXED) > 0) {
            if (System.nanoTime() - from > LONGEST_INDEXING_SECONDS * 1_000_000_000L) {
                throw new IllegalStateException("Indexing takes too long");
            }
            Thread.sleep(200);
        }
        var seconds = (System.nanoTime() - from) / 1e9;
        database.execute("vacuum analyze");
        database.execute("checkpoint");
        context.report().add("indexed", "/s", missing / seconds);
        for (var part : List.of("search_entry", "search_entry_terms", "search_entry_newest")) {
            var size = database.number("select pg_relation_size('%s')".formatted(part));
            context.report().add("size of " + part, "MiB", size / 1048576.0);
        }
    }

    private void figures(String name, List<String> queries, Map<String, Double> blank)
            throws Exception {
        var times = time(queries);
        for (var share : List.of("p50", "p99")) {
            context.report()
                    .add(
                            name + ", " + share,
                            "ms",
                            times.getOrDefault(share, Double.NaN),
                            BLANK,
                            blank.getOrDefault(share, Double.NaN));
        }
    }

    private Map<String, Double> time(List<String> queries) throws Exception {
        var times = times("", queries);
        return Map.of("p50", LoadResult.millis(times, 0.5), "p99", LoadResult.millis(times, 0.99));
    }

    private long[] times(String what, List<String> queries) throws Exception {
        if (queries.isEmpty()) {
            throw new IllegalStateException("Nothing to search for: " + what);
        }
        var times = new long[context.options().count(REQUESTS)];
        for (var request = 0; request < times.length; request++) {
            var query = queries.get(request % queries.size());
            var from = System.nanoTime();
            var _ = session.get("/desk/search?q=" + URLEncoder.encode(query, UTF_8));
            times[request] = System.nanoTime() - from;
        }
        return times;
    }
}
