package dev.parley.bench;

import java.net.http.HttpClient;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;

/// Measures the lists of the desk, and their filters, with 10,000 conversations that are open and
/// 300,000 that are closed.
final class ListsBenchmark {
    private static final int OPEN = 10_000;
    private static final int FEW_OPEN = 100;
    private static final int CLOSED_EACH = 30;
    private static final int REQUESTS = 200;
    private static final String FEW = "of 100 open conversations";

    /// A tenth of the conversations have the common tag, and one in 10,000 the rare one: the
    /// oldest.
    private static final String TAGS =
            """
            insert into tag (id, name, name_key, created_at, created_by, changed_at, changed_by)
            select ids.id::uuid, ids.name, lower(ids.name), now(), u.id, now(), u.id
              from (values ('COMMON_ID', 'Common'), ('RARE_ID', 'Rare')) as ids (id, name),
                   (select id from user_account where supervisor limit 1) as u;
            insert into conversation_tag (conversation_id, tag_id, added_at, added_by)
            select c.id, 'COMMON_ID'::uuid, c.opened_at, u.id
              from conversation c, (select id from user_account where supervisor limit 1) as u
             where c.number % 10 = 0;
            insert into conversation_tag (conversation_id, tag_id, added_at, added_by)
            select c.id, 'RARE_ID'::uuid, c.opened_at, u.id
              from (select * from conversation order by id
                     limit (select count(*) / 10000 from conversation)) c,
                   (select id from user_account where supervisor limit 1) as u
            """;

    private static final String COMMON = "00000000-0000-7000-8000-000000000001";
    private static final String RARE = "00000000-0000-7000-8000-000000000002";

    private static final Map<String, String> LISTS = new LinkedHashMap<>();

    static {
        LISTS.put("open", "view=open");
        LISTS.put("all", "view=all");
        LISTS.put("closed", "view=closed");
        LISTS.put("waiting for a reply for 15 minutes", "view=all&waiting=15m");
        LISTS.put("the reply window closes within 4 hours", "view=all&window=4h");
        LISTS.put("a language that nobody speaks", "view=all&language=xx");
        LISTS.put("a common tag", "view=all&tag=" + COMMON);
        LISTS.put("a rare tag", "view=all&tag=" + RARE);
        LISTS.put("a rare tag, closed", "view=closed&tag=" + RARE);
    }

    private final BenchmarkContext context;
    private final Database database;
    private final DeskSession session;

    private ListsBenchmark(BenchmarkContext context, Database database, DeskSession session) {
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
            database.offerNothing();
            var session = DeskSession.ofSupervisor(http, installation);
            new ListsBenchmark(context, database, session).measure(new Webhooks(demo));
        }
    }

    private void measure(Webhooks webhooks) throws Exception {
        write(webhooks, FEW_OPEN);
        times();
        var few = times();
        write(webhooks, context.options().count(OPEN));
        new StoredHistory(database).closeCopies(CLOSED_EACH);
        database.execute(TAGS.replace("COMMON_ID", COMMON).replace("RARE_ID", RARE));
        database.execute("vacuum analyze");
        context.report()
                .note(
                        "%,d open conversations, %,d closed ones"
                                .formatted(count("<> 'CLOSED'"), count("= 'CLOSED'")));
        times();
        times().forEach((name, millis) ->
                context.report()
                        .add(
                                name + ", p50",
                                "ms",
                                millis,
                                FEW,
                                few.getOrDefault(name, Double.NaN)));
    }

    private void write(Webhooks webhooks, int people) throws Exception {
        try (var loop = new HttpLoop(webhooks.url(), 64)) {
            loop.saturate(webhooks.texts(people, people), context.seconds(60));
        }
        context.settle(database);
    }

    private long count(String state) throws SQLException {
        return database.number("select count(*) from conversation where state " + state);
    }

    /// {@return the median time of each list in milliseconds}
    private Map<String, Double> times() throws Exception {
        var medians = new LinkedHashMap<String, Double>();
        for (var list : LISTS.entrySet()) {
            var times = new long[context.options().count(REQUESTS)];
            for (var request = 0; request < times.length; request++) {
                var from = System.nanoTime();
                var _ = session.get("/desk/worklist?" + list.getValue());
                times[request] = System.nanoTime() - from;
            }
            medians.put(list.getKey(), LoadResult.millis(times, 0.5));
        }
        return medians;
    }
}
