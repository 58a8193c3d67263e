package dev.parley.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// An app that receives webhooks. It responds with 200 unless another status is set.
final class Receiver implements AutoCloseable {
    static final String VERIFY_TOKEN = "let me in/please";

    /// One received POST.
    record Post(String body, String sha256, String sha1) {
        JsonNode json() {
            return new JsonMapper().readTree(body.replace("\ufeff", ""));
        }

        JsonNode event() {
            return json().at("/entry/0/messaging/0");
        }
    }

    private final List<Post> posts = new CopyOnWriteArrayList<>();
    private final LinkedBlockingQueue<Integer> answers = new LinkedBlockingQueue<>();
    private final HttpServer server;
    private volatile boolean down;

    Receiver() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::handle);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/webhooks";
    }

    /// Responds to the next posts with these statuses, and does not count them as received.
    void answerNext(Integer... statuses) {
        answers.addAll(List.of(statuses));
    }

    void goDown(boolean now) {
        down = now;
    }

    List<Post> posts() {
        return posts;
    }

    List<JsonNode> events() {
        return posts.stream().map(Post::event).toList();
    }

    /// {@return all events, once there are this many}
    List<JsonNode> awaitEvents(int many) {
        await().atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(5))
                .until(() -> posts.size() >= many);
        return events();
    }

    /// {@return the texts of the received messages, in order}
    List<String> texts() {
        return events().stream().map(event -> event.at("/message/text").asString("")).toList();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (exchange.getRequestMethod().equals("GET")) {
                verify(exchange);
            } else {
                receive(exchange);
            }
        }
    }

    private void verify(HttpExchange exchange) throws IOException {
        var query = exchange.getRequestURI().getQuery();
        var known = query.contains("hub.verify_token=" + VERIFY_TOKEN);
        var body = query.replaceAll(".*hub.challenge=(\\d+).*", "$1").getBytes(UTF_8);
        exchange.sendResponseHeaders(known ? 200 : 403, body.length);
        exchange.getResponseBody().write(body);
    }

    private void receive(HttpExchange exchange) throws IOException {
        var body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        var planned = answers.poll();
        var status = down ? 503 : planned == null ? 200 : planned;
        if (status == 200) {
            var headers = exchange.getRequestHeaders();
            posts.add(
                    new Post(
                            body,
                            headers.getFirst("X-Hub-Signature-256"),
                            headers.getFirst("X-Hub-Signature")));
        }
        exchange.sendResponseHeaders(status, -1);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
