package dev.parley.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;

/// Measures from a webhook to its text in the DOM of a browser with an open desk and conversation,
/// while other people write too.
final class ScreenBenchmark {
    private static final int[] OTHERS_PER_SECOND = {0, 50, 200};
    private static final int SECONDS = 24;
    private static final int PROBES_PER_SECOND = 5;
    private static final int WARM_UP_SECONDS = 15;
    private static final Duration LONGEST = Duration.ofSeconds(15);
    private static final int PERSON = 10_000;

    /// Notes when a text first appears in the thread.
    private static final String OBSERVER =
            """
            window.seen = {};
            new MutationObserver(() => {
                const text = document.getElementById("timeline")?.textContent ?? "";
                for (const word of text.match(/probe-\\d+-\\d+-/g) ?? []) {
                    seen[word] ??= Date.now();
                }
            }).observe(document, { childList: true, subtree: true, characterData: true });
            """;

    private final BenchmarkContext context;
    private final Browser browser;
    private final Webhooks webhooks;

    private ScreenBenchmark(BenchmarkContext context, Browser browser, Webhooks webhooks) {
        this.context = context;
        this.browser = browser;
        this.webhooks = webhooks;
    }

    /// @param load the probes that were seen; those that never were count as refused
    private record Seen(LoadResult load, long requests, long bytes) {}

    static void run(BenchmarkContext context) throws Exception {
        var installation = context.installation();
        installation.startServer();
        var demo = installation.demoEnv();
        var chromium = System.getenv().getOrDefault("CHROMIUM", "/usr/bin/chromium");
        try (var database = installation.database();
                var browser = new Browser(chromium)) {
            context.report().database(database.settings());
            database.offerNothing();
            var benchmark = new ScreenBenchmark(context, browser, new Webhooks(demo));
            benchmark.openConversation(demo, database);
            benchmark.measure();
        }
    }

    private void openConversation(Map<String, String> demo, Database database) throws Exception {
        var url = context.installation().url();
        try (var loop = new HttpLoop(webhooks.url(), 1)) {
            loop.pace(probes(-1, 1), 1);
        }
        context.settle(database);
        var id =
                database.text(
                        "select id from conversation where person = '%s'"
                                .formatted(Webhooks.person(PERSON)));
        var agent = demo.getOrDefault("AGENT_USER", "");
        var password = demo.getOrDefault("AGENT_PASSWORD", "");
        try (var http = HttpClient.newHttpClient()) {
            DeskSession.signIn(http, url, agent, password)
                    .post("/desk/conversations/" + id + "/assign-to-me", Map.of());
        }
        signIn(agent, password);
        browser.open(url.resolve("/desk/conversations/" + id));
        browser.await("document.readyState === 'complete' && document.getElementById('timeline')");
        browser.evaluate(OBSERVER);
    }

    private void signIn(String agent, String password) throws InterruptedException {
        browser.open(context.installation().url().resolve("/sign-in"));
        browser.await("document.querySelector('form input[name=password]')");
        browser.evaluate(
                """
                document.getElementById("name").value = "%s";
                document.getElementById("password").value = "%s";
                document.querySelector("form").requestSubmit();
                "sent"
                """
                        .formatted(agent, password));
        browser.await("!location.pathname.startsWith('/sign-in')");
    }

    private void measure() throws Exception {
        var cold = see(webhooks.url(), 0, 50, 5);
        context.report().add("first 5 s, 50 others/s, p50", "ms", cold.load().p50());
        see(webhooks.url(), 1, 200, WARM_UP_SECONDS);
        var all = new ArrayList<Seen>();
        for (var others : OTHERS_PER_SECOND) {
            all.add(see(webhooks.url(), 2 + all.size(), others, SECONDS));
        }
        var plain = context.installation().startPlainServer();
        browser.open(plain);
        browser.await("document.getElementById('timeline')");
        browser.evaluate(OBSERVER);
        see(plain, 8, 0, 5);
        var floor = see(plain, 9, 0, SECONDS);
        for (var index = 0; index < all.size(); index++) {
            report(OTHERS_PER_SECOND[index], all.get(index), floor);
        }
    }

    private void report(int others, Seen seen, Seen floor) {
        var report = context.report();
        var name = "%d others/s, ".formatted(others);
        var yardstick = "plain server, no others";
        report.add(
                name + "webhook to DOM, p50",
                "ms",
                seen.load().p50(),
                yardstick,
                floor.load().p50());
        report.add(
                name + "webhook to DOM, p99",
                "ms",
                seen.load().p99(),
                yardstick,
                floor.load().p99());
        if (seen.load().refused() > 0) {
            report.add(name + "never seen", "", (double) seen.load().refused());
        }
        var messages = (double) seen.load().calls();
        if (others == 0) {
            report.add(name + "requests per message", "", seen.requests() / messages);
            report.add(name + "received per message", "KiB", seen.bytes() / messages / 1024);
        } else {
            var seconds = context.seconds(SECONDS).toMillis() / 1000.0;
            report.add(name + "requests", "/s", seen.requests() / seconds);
            report.add(name + "received", "KiB/s", seen.bytes() / seconds / 1024);
        }
    }

    /// {@return how long each probe took until it was seen}
    private Seen see(URI server, int round, int others, int seconds) throws Exception {
        var count =
                Math.max(1, (int) (PROBES_PER_SECOND * context.seconds(seconds).toMillis() / 1000));
        var probes = probes(round, count);
        var requests = browser.requests();
        var bytes = browser.bytes();
        var wall = Instant.now().toEpochMilli() * 1_000_000 - System.nanoTime();
        long[] sent;
        try (var executor = Executors.newSingleThreadExecutor();
                var loop = new HttpLoop(server, 2)) {
            var background = executor.submit(() -> write(others, seconds));
            loop.pace(probes, PROBES_PER_SECOND);
            sent = loop.sendTimes();
            background.get();
        }
        var seen = new ArrayList<Long>();
        for (var entry : awaitEntries("probe-%d-".formatted(round), count)) {
            var word = entry.split("=", -1);
            var index = Integer.parseInt(word[0].split("-", -1)[2]);
            seen.add(Long.parseLong(word[1]) * 1_000_000 - (sent[index] + wall));
        }
        return new Seen(
                LoadResult.of(
                        seen.stream().mapToLong(Long::longValue).toArray(),
                        count - seen.size(),
                        seconds),
                browser.requests() - requests,
                browser.bytes() - bytes);
    }

    private List<byte[]> probes(int round, int count) {
        return webhooks.prepare(
                count,
                index ->
                        webhooks.text(
                                Webhooks.person(PERSON),
                                "probe-%d-%d- %s".formatted(round, index, Webhooks.WORDS)));
    }

    private LoadResult write(int others, int seconds) throws IOException {
        var count = (int) (others * context.seconds(seconds).toMillis() / 1000);
        try (var loop = new HttpLoop(webhooks.url(), 8)) {
            return loop.pace(webhooks.texts(count, IntakeBenchmark.KNOWN), Math.max(1, others));
        }
    }

    private List<String> awaitEntries(String start, int count) throws InterruptedException {
        var deadline = System.nanoTime() + LONGEST.toNanos();
        while (entries(start).size() < count && System.nanoTime() < deadline) {
            Thread.sleep(200);
        }
        return entries(start);
    }

    /// {@return for each probe of the round that was seen, its word and when}
    private List<String> entries(String start) {
        var all =
                browser.evaluate(
                        "Object.entries(seen).filter(e => e[0].startsWith('%s'))".formatted(start)
                                + ".map(e => e.join('=')).join(';')");
        return all.contains("=") ? List.of(all.split(";", -1)) : List.of();
    }
}
