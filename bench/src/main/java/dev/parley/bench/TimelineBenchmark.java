package dev.parley.bench;

import java.net.http.HttpClient;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Measures how long the server takes to open a long conversation at its newest message, and to add
/// each earlier page while an agent scrolls up to its beginning.
final class TimelineBenchmark {
    private static final int MESSAGES = 2_000;
    private static final int OPENINGS = 200;
    private static final int SCROLLS = 8;
    private static final String SHORT = "in a conversation of 10 messages";
    private static final Pattern ROW = Pattern.compile("data-revision=\"([^\"]+)\"");
    private static final Pattern REMOVED = Pattern.compile("data-removed=\"([^\"]*)\"");
    private static final Pattern EARLIER =
            Pattern.compile("&#34;before&#34;:&#34;([^&]+)&#34;|\"before\":\"([^\"]+)\"");

    private static final String EXTEND =
            """
            insert into message (id, conversation_id, channel, endpoint, author, kind, text, sent_at,
                                 status)
            select gen_random_uuid(), c.id, c.channel, c.endpoint, 'CUSTOMER', 'TEXT',
                   'Message ' || n || repeat(' with some more words', n % 5),
                   c.opened_at + n * interval '1 minute', 'RECEIVED'
              from conversation c, generate_series(1, MANY) as n
             where c.person = 'PERSON'
            """;

    private final BenchmarkContext context;
    private final Database database;
    private final DeskSession session;

    private TimelineBenchmark(BenchmarkContext context, Database database, DeskSession session) {
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
            var webhooks = new Webhooks(demo);
            try (var loop = new HttpLoop(webhooks.url(), 1)) {
                loop.pace(webhooks.texts(2, 2), 1);
            }
            context.settle(database);
            var session = DeskSession.ofSupervisor(http, installation);
            new TimelineBenchmark(context, database, session).measure();
        }
    }

    private void measure() throws Exception {
        var few = path(0, 9);
        var many = path(1, MESSAGES - 1);
        opening(few);
        opening(many);
        context.report().add("opening, p50", "ms", opening(many), SHORT, opening(few));
        scrolling(many);
        var pages = scrolling(many);
        context.report().add("an earlier page, p50", "ms", LoadResult.millis(pages, 0.5));
        context.report().add("an earlier page, longest", "ms", LoadResult.millis(pages, 1));
    }

    /// {@return the path of this person's conversation, to which so many messages were added}
    private String path(int person, int messages) throws SQLException {
        database.execute(
                EXTEND.replace("MANY", String.valueOf(messages))
                        .replace("PERSON", Webhooks.person(person)));
        return "/desk/conversations/"
                + database.text(
                        "select id from conversation where person = '%s'"
                                .formatted(Webhooks.person(person)));
    }

    private double opening(String path) throws Exception {
        var times = new long[context.options().count(OPENINGS)];
        for (var request = 0; request < times.length; request++) {
            var from = System.nanoTime();
            var _ = session.get(path);
            times[request] = System.nanoTime() - from;
        }
        return LoadResult.millis(times, 0.5);
    }

    /// Scrolls up to the beginning several times, as a page does. {@return the times of all pages}
    private long[] scrolling(String path) throws Exception {
        var times = new ArrayList<Long>();
        for (var scroll = context.options().count(SCROLLS); scroll > 0; scroll--) {
            var page = session.get(path);
            var shown = rows(page);
            var before = earlier(page);
            while (before != null) {
                var fields = Map.of("before", before, "entries", String.join("", shown));
                var from = System.nanoTime();
                page = session.submit(path + "/timeline", fields);
                times.add(System.nanoTime() - from);
                shown.removeAll(removed(page));
                shown.addAll(rows(page));
                before = earlier(page);
            }
        }
        return times.stream().mapToLong(Long::longValue).toArray();
    }

    private static List<String> rows(String page) {
        return ROW.matcher(page)
                .results()
                .map(row -> row.group(1))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private static List<String> removed(String page) {
        var found = REMOVED.matcher(page);
        return found.find() ? List.of(found.group(1).split(" ")) : List.of();
    }

    /// {@return the cursor of the page before; null at the beginning}
    private static @Nullable String earlier(String page) {
        var found = EARLIER.matcher(page);
        if (!found.find()) {
            return null;
        }
        return found.group(1) == null ? found.group(2) : found.group(1);
    }
}
