package dev.parley.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Measures replies of many pages to a Graph API that takes its time, and whether each page keeps
/// to its rate.
final class RepliesBenchmark {
    private static final int PAGES = 50;
    private static final int PEOPLE = 4;
    private static final int PER_SECOND = 500;
    private static final int SECONDS = 30;
    private static final int LATENCY_MILLIS = 80;

    /// Events in one webhook, and how long the first of them waits for the others.
    private static final int GROUP = 20;

    private static final int GROUP_MILLIS = 20;

    /// Messages per second of a page, at the server and at the simulator, which refuses more.
    private static final int PAGE_RATE = 20;

    private static final int BURST = 100;

    /// Replies at a time, until two rates in a row differ by less than 5 %.
    private static final int ROUND = 5_000;

    private static final int MOST_ROUNDS = 6;
    private static final double STEADY = 0.05;
    private static final long LONGEST_SECONDS = 40;

    /// Messages that are not sent, apart from those whose result is unknown, which wait for a
    /// look-up.
    private static final String UNSENT =
            "select count(*) from outgoing_message where state <> 'UNKNOWN'";

    private static final String SENT =
            """
            select count(*) from message
             where author = 'AGENT' and status in ('SENT', 'DELIVERED', 'READ')
            """;
    private static final Pattern APP_ID = Pattern.compile("\"apps\":\\[\\{\"id\":\"(\\d+)\"");
    private static final Pattern PAGE_ID = Pattern.compile("\"id\":\"(\\d+)\"");
    private static final Pattern TOKEN = Pattern.compile("\"token\":\"([^\"]+)\"");
    private static final Pattern REFUSED = Pattern.compile("\"refused\":(\\d+)[,}]");

    private final BenchmarkContext context;
    private final Installation installation;
    private final List<Page> pages = new ArrayList<>();

    private record Page(String id, String token, String person) {}

    /// The results of a round of replies.
    ///
    /// @param usage from the first request until no reply was waiting
    /// @param simulator its processor time in the same period, in seconds
    private record Sent(double count, ResourceUsage usage, double simulator) {
        double perSecond() {
            return count / usage.seconds();
        }
    }

    private RepliesBenchmark(BenchmarkContext context) {
        this.context = context;
        installation = context.installation();
    }

    static void run(BenchmarkContext context) throws Exception {
        var benchmark = new RepliesBenchmark(context);
        benchmark.createPages();
        var first = context.installation().startServer();
        try (var database = context.installation().database()) {
            context.report().database(database.settings());
            database.countStatements();
        }
        context.installation().stop(first);
        benchmark.measure();
    }

    private void createPages() throws Exception {
        var created = new ArrayList<String>();
        for (var page = 0; page < PAGES; page++) {
            created.add(
                    installation.tellSimulator(
                            "POST", "/simulator/pages", "{\"name\":\"Bench %d\"}".formatted(page)));
        }
        var people =
                IntStream.range(0, PEOPLE)
                        .mapToObj("{\"name\":\"Bench Person %d\"}"::formatted)
                        .collect(Collectors.joining(",", "[", "]"));
        var known = installation.tellSimulator("POST", "/simulator/people/bulk", people);
        for (var page : created) {
            var id = first(PAGE_ID, page);
            var person = Pattern.compile("\"%s\":\"(\\d+)\"".formatted(id));
            pages.add(new Page(id, first(TOKEN, page), first(person, known)));
        }
    }

    private void measure() throws Exception {
        var server =
                installation.startServer(
                        true, List.of("--parley.messenger.text-rate=" + PAGE_RATE));
        try (var database = installation.database()) {
            installation.demoEnv();
            write();
            awaitConversations(database);
            behaveLikeMeta();
            limit(PAGE_RATE);
            var all = conversations(database, "%");
            warmUp(database, server, all);
            var count = (int) (PER_SECOND * context.seconds(SECONDS).toMillis() / 1000);
            var steady = send(database, server, all, "steady-", count, PER_SECOND);
            var one = conversations(database, pages.getFirst().id());
            var number = context.options().count(BURST);
            var burst = send(database, server, one, "burst-", number, 10 * PER_SECOND);
            var refused = refused();
            installation.stop(server);
            report(steady, direct(), burst, refused);
        }
    }

    /// Sends replies until the rate is steady.
    private void warmUp(Database database, Process server, List<String> all) throws Exception {
        var last = 0.0;
        for (var round = 1; round <= MOST_ROUNDS; round++) {
            var number = context.options().count(ROUND);
            var rate =
                    send(database, server, all, "warm-%d-".formatted(round), number, PER_SECOND)
                            .perSecond();
            if (Math.abs(rate - last) < STEADY * rate) {
                context.report()
                        .note("The rate is steady after %d replies".formatted(round * number));
                return;
            }
            last = rate;
        }
        context.report().note("The rate still changes");
    }

    private void report(Sent steady, double direct, Sent burst, double refused) {
        var report = context.report();
        var usage = steady.usage;
        var seconds = usage.seconds();
        report.add(
                "replies sent, 50 pages",
                "/s",
                steady.perSecond(),
                "straight to the simulator",
                direct);
        report.add("statements per reply", "", usage.statements() / steady.count);
        report.add("write-ahead log per reply", "B", usage.walBytes() / steady.count);
        report.add("processors, server", "", usage.server() / seconds);
        report.add("processors, database", "", usage.database() / seconds);
        report.add("processors, simulator", "", steady.simulator / seconds);
        report.add("processors, load generator", "", usage.loadGenerator() / seconds);
        report.add("a burst of one page", "/s", burst.perSecond(), "rate of a page", PAGE_RATE);
        report.add("refused by the simulator", "", refused);
    }

    /// Meta answers late, and delivers webhooks in groups when there are many. The simulator
    /// derives the usage that it reports from its limits per second, which this benchmark uses up;
    /// Meta's usage is that of an hour, so it is low here.
    private void behaveLikeMeta() throws Exception {
        fault(
                "{\"kind\":\"slow\",\"only\":\"sends\",\"delayMillis\":%d,\"always\":true}"
                        .formatted(LATENCY_MILLIS));
        fault(
                "{\"kind\":\"batch\",\"many\":%d,\"delayMillis\":%d,\"always\":true}"
                        .formatted(GROUP, GROUP_MILLIS));
        fault("{\"kind\":\"usage\",\"percent\":1}");
    }

    private void fault(String json) throws Exception {
        installation.tellSimulator("POST", "/simulator/faults", json);
    }

    private void limit(int perSecond) throws Exception {
        installation.tellSimulator(
                "PUT", "/simulator/limits", "{\"text\":%d}".formatted(perSecond));
    }

    /// Everybody writes to every page.
    private void write() throws Exception {
        var texts =
                IntStream.range(0, PAGES * PEOPLE)
                        .mapToObj(index ->
                                "{\"person\":\"Bench Person %d\",\"page\":\"%s\",\"text\":\"%s\"}"
                                        .formatted(
                                                index / PAGES,
                                                pages.get(index % PAGES).id(),
                                                Webhooks.WORDS))
                        .collect(Collectors.joining(",", "[", "]"));
        installation.tellSimulator("POST", "/simulator/messages/bulk", texts);
    }

    private static void awaitConversations(Database database) throws Exception {
        var deadline = System.nanoTime() + LONGEST_SECONDS * 1_000_000_000;
        while (database.number("select count(*) from conversation") < PAGES * PEOPLE) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("The simulator's messages did not arrive");
            }
            Thread.sleep(100);
        }
    }

    /// {@return the ids of the conversations of these endpoints, those of one far from each other}
    private static List<String> conversations(Database database, String endpoints)
            throws Exception {
        var ids =
                database.text(
                        """
                        select string_agg(id::text, ',' order by person, endpoint)
                          from conversation
                         where endpoint like '%s'
                        """
                                .formatted(endpoints));
        return List.of(ids.split(",", -1));
    }

    private Sent send(
            Database database,
            Process server,
            List<String> conversations,
            String key,
            int count,
            int perSecond)
            throws Exception {
        var token = installation.demoEnv().getOrDefault("API_TOKEN", "");
        var requests =
                IntStream.range(0, count)
                        .mapToObj(index ->
                                post(
                                        installation.url(),
                                        "/api/v1/conversations/%s/messages"
                                                .formatted(
                                                        conversations.get(
                                                                index % conversations.size())),
                                        "Authorization: Bearer %s\r\nIdempotency-Key: %s%d"
                                                .formatted(token, key, index),
                                        "{\"text\":\"It arrives tomorrow.\"}"))
                        .toList();
        var before = database.number(SENT);
        var simulator = Machine.cpu(installation.simulatorProcess());
        var usage = ResourceUsage.now(database, server);
        try (var loop = new HttpLoop(installation.url(), 32)) {
            var load = loop.pace(requests, perSecond);
            if (load.refused() > 0) {
                context.report()
                        .note(
                                "%,d replies were refused: %s"
                                        .formatted(load.refused(), loop.refusals()));
            }
        }
        var deadline = System.nanoTime() + LONGEST_SECONDS * 1_000_000_000;
        while (database.number(UNSENT) > 0 && System.nanoTime() < deadline) {
            Thread.sleep(50);
        }
        usage = ResourceUsage.now(database, server).since(usage);
        simulator = Machine.cpu(installation.simulatorProcess()) - simulator;
        return new Sent(database.number(SENT) - before, usage, simulator);
    }

    /// {@return how many texts the simulator accepts per second without Parley, while a server that
    /// stores nothing receives its webhooks}
    private double direct() throws Exception {
        var app = first(APP_ID, installation.tellSimulator("GET", "/simulator/state", ""));
        installation.tellSimulator(
                "PUT",
                "/simulator/apps/%s/callback".formatted(app),
                "{\"url\":\"%s\"}".formatted(installation.startPlainServer()));
        limit(PER_SECOND);
        var requests =
                IntStream.range(0, context.options().count(20_000))
                        .mapToObj(index -> pages.get(index % PAGES))
                        .map(page ->
                                post(
                                        installation.simulator(),
                                        "/v26.0/%s/messages".formatted(page.id()),
                                        "Authorization: Bearer " + page.token(),
                                        "{\"recipient\":{\"id\":\"%s\"},\"message\":{\"text\":\"%s\"}}"
                                                .formatted(page.person(), Webhooks.WORDS)))
                        .toList();
        try (var loop = new HttpLoop(installation.simulator(), 200)) {
            return loop.saturate(requests, context.seconds(5)).perSecond();
        }
    }

    private static byte[] post(URI server, String path, String headers, String json) {
        return """
        POST %s HTTP/1.1\r
        Host: %s\r
        Content-Type: application/json\r
        %s\r
        Content-Length: %d\r
        \r
        %s\
        """
                .formatted(path, server.getAuthority(), headers, json.length(), json)
                .getBytes(UTF_8);
    }

    /// {@return how many of the last 20,000 messages the simulator refused, which are more than
    /// were measured}
    private double refused() throws Exception {
        var counts = installation.tellSimulator("GET", "/simulator/counts", "");
        return Double.parseDouble(first(REFUSED, counts.substring(counts.indexOf("\"sends\""))));
    }

    private static String first(Pattern pattern, String text) {
        var matcher = pattern.matcher(text);
        if (!matcher.find()) {
            throw new IllegalStateException("%s is not in %s".formatted(pattern, text));
        }
        return matcher.group(1);
    }
}
