package dev.parley.stories;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import dev.parley.testing.ChildServer;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A program of the company that answers customers through the API. It uses its own key for each
/// answer, and retries with the same key until the answer is confirmed as accepted.
final class Integrator implements AutoCloseable {
    private static final JsonMapper json = JsonMapper.shared();
    private static final Duration TIMEOUT = Duration.ofSeconds(90);
    private static final Pattern MAY_NOT =
            Pattern.compile("reply-window-closed|controlled-by-another-app");

    private final ChildServer server;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private final Set<String> accepted = ConcurrentHashMap.newKeySet();
    private final AtomicInteger begun = new AtomicInteger();
    private final AtomicInteger repeated = new AtomicInteger();
    private final Queue<Throwable> failures = new ConcurrentLinkedQueue<>();
    private final ScheduledExecutorService pace = Executors.newSingleThreadScheduledExecutor();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private volatile List<String> conversations = List.of();

    Integrator(ChildServer server) {
        this.server = server;
    }

    void answers(int perSecond) {
        var pause = Duration.ofSeconds(1).dividedBy(perSecond).toMillis();
        var _ = pace.scheduleAtFixedRate(this::answerOne, 0, pause, TimeUnit.MILLISECONDS);
    }

    Set<String> accepted() {
        return Set.copyOf(accepted);
    }

    /// How often it had to retry.
    int repeated() {
        return repeated.get();
    }

    /// Starts no more answers, and completes those that it started. {@return its errors}
    List<Throwable> finishes() {
        close();
        return List.copyOf(failures);
    }

    /// {@return all items of this list, page by page}
    List<JsonNode> list(String path, Map<String, String> filters) {
        var all = new ArrayList<JsonNode>();
        var query = new StringBuilder("?limit=200");
        filters.forEach((name, value) -> query.append('&').append(name).append('=').append(value));
        var cursor = "";
        do {
            var answer = get(path + query + cursor);
            answer.path("items").forEach(all::add);
            var next = answer.path("nextCursor").asString("");
            cursor = next.isEmpty() ? "" : "&cursor=" + URLEncoder.encode(next, UTF_8);
        } while (!cursor.isEmpty());
        return all;
    }

    private void answerOne() {
        try {
            if (begun.get() % 10 == 0 || conversations.isEmpty()) {
                lookAround();
            }
            if (!conversations.isEmpty()) {
                var number = begun.getAndIncrement();
                var conversation = conversations.get(number % conversations.size());
                threads.execute(() -> answer(conversation, "Answer " + number));
            }
        } catch (RuntimeException failure) {
            failures.add(failure);
        }
    }

    private void lookAround() {
        try {
            conversations =
                    list("/api/v1/conversations", Map.of()).stream()
                            .map(one -> one.path("id").asString())
                            .toList();
        } catch (OutOfReach _) {
            // answers from before the failure are still valid
        }
    }

    private void answer(String conversation, String text) {
        try {
            await(text + " to be accepted")
                    .pollInSameThread()
                    .pollDelay(Duration.ZERO)
                    .pollInterval(Duration.ofSeconds(1))
                    .atMost(TIMEOUT)
                    .until(() -> isAccepted(conversation, text));
            accepted.add(text);
        } catch (MayNot _) {
            // a customer without an open reply window yet, or one whose thread another app controls
        } catch (RuntimeException failure) {
            failures.add(failure);
        }
    }

    private boolean isAccepted(String conversation, String text) {
        try {
            var path = "/api/v1/conversations/%s/messages".formatted(conversation);
            var body = BodyPublishers.ofString(json.writeValueAsString(Map.of("text", text)));
            send(
                    request(path)
                            .header("Content-Type", "application/json")
                            .header("Idempotency-Key", text.replace(' ', '-'))
                            .POST(body),
                    202);
            return true;
        } catch (OutOfReach _) {
            repeated.incrementAndGet();
            return false;
        }
    }

    private JsonNode get(String path) {
        return json.readTree(send(request(path).GET(), 200).body());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(server.url() + path))
                .timeout(Duration.ofSeconds(5))
                .header("Authorization", "Bearer " + server.token());
    }

    /// A server that is starting has no valid token yet, and one without its database fails.
    private HttpResponse<String> send(HttpRequest.Builder request, int expected) {
        try {
            var answer = http.send(request.build(), BodyHandlers.ofString());
            var status = answer.statusCode();
            if (status == 401 || status >= 500) {
                throw new OutOfReach("HTTP " + status);
            }
            if (status == 409 && MAY_NOT.matcher(answer.body()).find()) {
                throw new MayNot();
            }
            if (status != expected) {
                throw new IllegalStateException("HTTP %d: %s".formatted(status, answer.body()));
            }
            return answer;
        } catch (IOException failure) {
            throw new OutOfReach(failure.toString());
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    @Override
    public void close() {
        pace.close();
        threads.close();
    }

    private static final class MayNot extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    /// The server is unavailable: retry.
    private static final class OutOfReach extends RuntimeException {
        private static final long serialVersionUID = 1;

        OutOfReach(String message) {
            super(message);
        }
    }
}
