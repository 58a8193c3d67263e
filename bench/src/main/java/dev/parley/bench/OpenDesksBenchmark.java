package dev.parley.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/// Measures many open event streams, each of a signed-in agent, while messages arrive.
final class OpenDesksBenchmark {
    private static final int AGENTS = 1_000;
    private static final int ASSIGNED = 100;
    private static final int PER_SECOND = 100;
    private static final int BURST = 400;
    private static final int BURSTS = 5;
    private static final int SINGLES = 10;
    private static final long QUIET = TimeUnit.MILLISECONDS.toNanos(2_500);
    private static final long LONGEST = TimeUnit.SECONDS.toNanos(20);
    private static final Pattern HEAP =
            Pattern.compile("jvm_memory_used_bytes\\{area=\"heap\"[^}]*\\} (\\S+)");

    private final BenchmarkContext context;
    private final Process server;
    private final Database database;
    private final HttpClient http;
    private final Map<String, String> demo;
    private final Webhooks webhooks;
    private final int agents;

    private OpenDesksBenchmark(
            BenchmarkContext context, Process server, Database database, HttpClient http)
            throws IOException, InterruptedException {
        this.context = context;
        this.server = server;
        this.database = database;
        this.http = http;
        demo = context.installation().demoEnv();
        webhooks = new Webhooks(demo);
        agents = context.options().count(AGENTS);
    }

    static void run(BenchmarkContext context) throws Exception {
        var server = context.installation().startServer();
        try (var database = context.installation().database();
                var http = HttpClient.newHttpClient()) {
            context.report().database(database.settings());
            new OpenDesksBenchmark(context, server, database, http).measure();
        }
    }

    private void measure() throws Exception {
        createAgents();
        var sessions = signIn();
        try (var loop = new HttpLoop(webhooks.url(), 16);
                var streams = new StreamReader()) {
            loop.pace(
                    webhooks.texts(context.options().count(2_000), 2 * ASSIGNED), 2.0 * PER_SECOND);
            context.settle(database);
            assign(sessions);
            var before = heap();
            for (var session : sessions) {
                streams.open(context.installation().url(), "/desk/stream", session.cookieHeader());
            }
            streams.start();
            Thread.sleep(context.seconds(15));
            var report = context.report();
            var perStream = (heap() - before) / agents / 1024;
            report.add("heap per stream, %,d streams".formatted(agents), "KiB", perStream);
            var single = slowest(loop, streams, 1, SINGLES);
            var cpu = ResourceUsage.now(database, server);
            var events = streams.events();
            var burst = slowest(loop, streams, BURST, BURSTS);
            var usage = ResourceUsage.now(database, server).since(cpu);
            var messages =
                    (double) context.options().count(BURSTS) * context.options().count(BURST);
            var floor = floor();
            var yardstick = "plain server, same streams";
            report.add("one message, to the last desk, median", "ms", single, yardstick, floor[0]);
            report.add("100 messages/s, to the last desk", "ms", burst, yardstick, floor[1]);
            report.add("events per message, all desks", "", (streams.events() - events) / messages);
            report.add(
                    "server's processor time per message", "ms", usage.server() / messages * 1e3);
            report.add(
                    "database's processor time per message",
                    "ms",
                    usage.database() / messages * 1e3);
        }
    }

    /// {@return the median of the times from the last message of a burst to the last event at the
    /// last desk, in milliseconds}
    private double slowest(HttpLoop loop, StreamReader streams, int messages, int times)
            throws Exception {
        var slowest = new long[context.options().count(times)];
        for (var time = 0; time < slowest.length; time++) {
            loop.pace(half(messages == 1 ? 1 : context.options().count(messages)), PER_SECOND);
            var sent = loop.sendTimes();
            awaitQuiet(streams);
            slowest[time] = streams.latestEvent() - sent[sent.length - 1];
            var silent = streams.silentSince(sent[sent.length - 1]);
            if (silent > 0) {
                context.report().note("%,d desks were not notified".formatted(silent));
            }
        }
        return LoadResult.millis(slowest, 0.5);
    }

    private static void awaitQuiet(StreamReader streams) throws InterruptedException {
        var deadline = System.nanoTime() + LONGEST;
        var from = System.nanoTime();
        while (System.nanoTime() - Math.max(from, streams.latestEvent()) < QUIET
                && System.nanoTime() < deadline) {
            Thread.sleep(20);
        }
    }

    /// {@return texts, every other one in an unassigned conversation, the last one too}
    private List<byte[]> half(int count) {
        return webhooks.prepare(
                count,
                index -> {
                    var back = count - 1 - index;
                    var number = back / 2 % ASSIGNED + (back % 2 == 0 ? ASSIGNED : 0);
                    return webhooks.text(Webhooks.person(number), Webhooks.WORDS);
                });
    }

    /// {@return the same with a server that does nothing but write to all streams}
    private double[] floor() throws Exception {
        var address = context.installation().startPlainServer();
        try (var loop = new HttpLoop(address, 16);
                var streams = new StreamReader()) {
            for (var stream = 0; stream < agents; stream++) {
                streams.open(address, "/stream", "a=b");
            }
            streams.start();
            Thread.sleep(context.seconds(3));
            return new double[] {
                slowest(loop, streams, 1, SINGLES), slowest(loop, streams, BURST, 1)
            };
        }
    }

    /// Copies of one of the demo's agents, with the same password. They are offered nothing.
    private void createAgents() throws SQLException {
        var copies = new RowCopies(database);
        var numbers = "select generate_series(1, %d)".formatted(agents);
        var id = "md5('bench-agent-' || n)::uuid";
        var name = demo.getOrDefault("AGENT_USER", "");
        var original = "(select id from user_account where sign_in_name = '%s')".formatted(name);
        copies.copy(
                "user_account",
                "id = " + original,
                numbers,
                Map.of("id", id, "sign_in_name", "'bench-' || n"),
                "%s");
        copies.copy("queue_member", "user_id = " + original, numbers, Map.of("user_id", id), "%s");
        database.offerNothing();
    }

    private List<DeskSession> signIn() throws Exception {
        var password = demo.getOrDefault("AGENT_PASSWORD", "");
        var signIns = new ArrayList<Callable<DeskSession>>();
        for (var agent = 1; agent <= agents; agent++) {
            var name = "bench-" + agent;
            signIns.add(
                    () -> DeskSession.signIn(http, context.installation().url(), name, password));
        }
        var sessions = new ArrayList<DeskSession>();
        try (var executor = Executors.newFixedThreadPool(8)) {
            for (var session : executor.invokeAll(signIns)) {
                sessions.add(session.get());
            }
        }
        return sessions;
    }

    /// Assigns half of the conversations, each to another agent.
    private void assign(List<DeskSession> sessions) throws Exception {
        for (var number = 0; number < ASSIGNED; number++) {
            var id =
                    database.text(
                            "select id from conversation where person = '%s'"
                                    .formatted(Webhooks.person(number)));
            sessions.get(number % sessions.size())
                    .post("/desk/conversations/" + id + "/assign-to-me", Map.of());
        }
    }

    /// {@return bytes of the server's heap in use after a collection}
    private double heap() throws IOException, InterruptedException {
        var jcmd =
                ProcessHandle.current().info().command().orElseThrow().replaceAll("java$", "jcmd");
        new ProcessBuilder(jcmd, "" + server.pid(), "GC.run").start().waitFor();
        var metrics = URI.create(context.installation().url() + "/actuator/prometheus");
        var request = HttpRequest.newBuilder(metrics).build();
        var text = http.send(request, BodyHandlers.ofString()).body();
        return HEAP.matcher(text)
                .results()
                .mapToDouble(area -> Double.parseDouble(area.group(1)))
                .sum();
    }
}
