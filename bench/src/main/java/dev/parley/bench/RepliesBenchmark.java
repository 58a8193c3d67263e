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

    /// Messages per second of a page, at the server and at the simulator, which refuses more.
    private static final int PAGE_RATE = 20;

    private static final int BURST = 100;
    private static final long LONGEST_SECONDS = 40;
    private static final String UNSENT =
            "select count(*) from message where author = 'AGENT' and status in ('QUEUED', 'SENDING')";
    private static final String SENT =
            """
            select count(*) from message
             where author = 'AGENT' and status in ('SENT', 'DELIVERED', 'READ')
            """;
    private static final Pattern PAGE_ID = Pattern.compile("\"id\":\"(\\d+)\"");
    private static final Pattern TOKEN = Pattern.compile("\"token\":\"([^\"]+)\"");
    private static final Pattern REFUSED = Pattern.compile("\"refused\":(\\d+)[,}]");

    private final BenchmarkContext context;
    private final Installation installation;
    private final List<Page> pages = new ArrayList<>();

    private record Page(String id, String token, String person) {}

    private RepliesBenchmark(BenchmarkContext context) {
        this.context = context;
        installation = context.installation();
    }

    static void run(BenchmarkContext context) throws Exception {
        var benchmark = new RepliesBenchmark(context);
        benchmark.createPages();
        context.installation()
                .startServer(true, List.of("--parley.messenger.text-rate=" + PAGE_RATE));
        try (var database = context.installation().database()) {
            context.report().database(database.settings());
            benchmark.measure(database);
        }
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

    private void measure(Database database) throws Exception {
        installation.demoEnv();
        write();
        awaitConversations(database);
        installation.tellSimulator(
                "POST",
                "/simulator/faults",
                "{\"kind\":\"slow\",\"only\":\"sends\",\"delayMillis\":%d,\"always\":true}"
                        .formatted(LATENCY_MILLIS));
        var direct = direct();
        installation.tellSimulator(
                "PUT", "/simulator/limits", "{\"text\":%d}".formatted(PAGE_RATE));
        var conversations = conversations(database);
        send(database, conversations, "warm-", context.options().count(2_000), PER_SECOND);
        var refused = refused();
        var count = (int) (PER_SECOND * context.seconds(SECONDS).toMillis() / 1000);
        var sent = send(database, conversations, "steady-", count, PER_SECOND);
        var report = context.report();
        report.add("replies sent, 50 pages", "/s", sent, "straight to the simulator", direct);
        var one = List.of(conversations.getFirst());
        var burst = context.options().count(BURST);
        var burstRate = send(database, one, "burst-", burst, 10 * PER_SECOND);
        report.add("a burst of one page", "/s", burstRate, "rate of a page", PAGE_RATE);
        report.add("refused by the simulator", "", refused() - refused);
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

    /// {@return the ids of all conversations, those of one page far from each other}
    private static List<String> conversations(Database database) throws Exception {
        var all =
                database.text(
                        "select string_agg(id::text, ',' order by person, endpoint)"
                                + " from conversation");
        return List.of(all.split(",", -1));
    }

    /// {@return how many of these replies were sent per second, from the first request until none
    /// was waiting}
    private double send(
            Database database, List<String> conversations, String key, int count, int perSecond)
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
        var from = System.nanoTime();
        try (var loop = new HttpLoop(installation.url(), 32)) {
            var load = loop.pace(requests, perSecond);
            if (load.refused() > 0) {
                context.report().note("%,d replies were refused".formatted(load.refused()));
            }
        }
        var deadline = System.nanoTime() + LONGEST_SECONDS * 1_000_000_000;
        while (database.number(UNSENT) > 0 && System.nanoTime() < deadline) {
            Thread.sleep(50);
        }
        return (database.number(SENT) - before) / ((System.nanoTime() - from) / 1e9);
    }

    /// {@return how many texts the simulator takes per second without Parley}
    private double direct() throws Exception {
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
