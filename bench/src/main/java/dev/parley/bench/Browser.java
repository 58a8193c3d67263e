package dev.parley.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A Chromium with one page, driven over its DevTools protocol. It counts the requests and the
/// received bytes of the page and of its workers. See
/// https://chromedevtools.github.io/devtools-protocol/
final class Browser implements AutoCloseable, WebSocket.Listener {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Pattern ID = Pattern.compile("^\\{\"id\":(\\d+)");
    private static final Pattern SESSION = Pattern.compile("\"sessionId\":\"([^\"]+)\"");
    private static final Pattern TARGET = Pattern.compile("\"targetId\":\"([^\"]+)\"");
    private static final Pattern VALUE = Pattern.compile("\"value\":\"([^\"]*)\"");
    private static final Pattern BYTES = Pattern.compile("\"encodedDataLength\":(\\d+)");

    private final Path profile = Files.createTempDirectory("parley-bench-browser-");
    private final Process process;
    private final HttpClient http = HttpClient.newHttpClient();
    private final WebSocket socket;
    private final StringBuilder message = new StringBuilder();
    private final AtomicInteger ids = new AtomicInteger();
    private final Map<Integer, CompletableFuture<String>> answers = new ConcurrentHashMap<>();
    private final AtomicLong requests = new AtomicLong();
    private final AtomicLong bytes = new AtomicLong();
    private final String page;

    Browser(String chromium) throws IOException, InterruptedException {
        process = launch(chromium);
        var address = awaitAddress();
        socket = http.newWebSocketBuilder().buildAsync(address, this).join();
        var opened = call("Target.createTarget", "{\"url\":\"about:blank\"}", "");
        var attached =
                call(
                        "Target.attachToTarget",
                        "{\"targetId\":\"%s\",\"flatten\":true}".formatted(first(TARGET, opened)),
                        "");
        page = first(SESSION, attached);
        call("Network.enable", "{}", page);
        call(
                "Target.setAutoAttach",
                "{\"autoAttach\":true,\"waitForDebuggerOnStart\":false,\"flatten\":true}",
                "");
    }

    private Process launch(String chromium) throws IOException {
        return new ProcessBuilder(
                        List.of(
                                chromium,
                                "--headless",
                                "--no-sandbox",
                                "--disable-gpu",
                                "--window-size=1280,800",
                                "--remote-debugging-port=0",
                                "--user-data-dir=" + profile,
                                "about:blank"))
                .redirectErrorStream(true)
                .redirectOutput(profile.resolve("log").toFile())
                .start();
    }

    private URI awaitAddress() throws IOException, InterruptedException {
        var file = profile.resolve("DevToolsActivePort");
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!Files.exists(file) || Files.readAllLines(file).size() < 2) {
            if (!process.isAlive() || System.nanoTime() > deadline) {
                throw new IllegalStateException(
                        "Chromium does not start: " + Files.readString(profile.resolve("log")));
            }
            Thread.sleep(50);
        }
        var lines = Files.readAllLines(file);
        return URI.create("ws://127.0.0.1:%s%s".formatted(lines.getFirst(), lines.getLast()));
    }

    void open(URI address) {
        call("Page.navigate", "{\"url\":\"%s\"}".formatted(address), page);
    }

    /// {@return the value of a JavaScript expression that is a string without quotes}
    String evaluate(String expression) {
        var escaped = expression.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
        var answer =
                call(
                        "Runtime.evaluate",
                        "{\"expression\":\"%s\",\"returnByValue\":true}".formatted(escaped),
                        page);
        var value = VALUE.matcher(answer);
        return value.find() ? value.group(1) : answer;
    }

    /// Waits until this JavaScript condition is true.
    void await(String condition) throws InterruptedException {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!evaluate("String(Boolean(%s))".formatted(condition)).equals("true")) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("Never true in the browser: " + condition);
            }
            Thread.sleep(50);
        }
    }

    long requests() {
        return requests.get();
    }

    long bytes() {
        return bytes.get();
    }

    private String call(String method, String parameters, String session) {
        var id = ids.incrementAndGet();
        var answer = new CompletableFuture<String>();
        answers.put(id, answer);
        var _ = send(id, method, parameters, session);
        var text = answer.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
        if (text.contains("\"error\":{")) {
            throw new IllegalStateException(method + ": " + text);
        }
        return text;
    }

    private synchronized CompletableFuture<WebSocket> send(
            int id, String method, String parameters, String session) {
        var to = session.isEmpty() ? "" : ",\"sessionId\":\"%s\"".formatted(session);
        return socket.sendText(
                "{\"id\":%d,\"method\":\"%s\",\"params\":%s%s}"
                        .formatted(id, method, parameters, to),
                true);
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
        message.append(part);
        if (last) {
            read(message.toString());
            message.setLength(0);
        }
        from.request(1);
        return CompletableFuture.completedStage(null);
    }

    private void read(String text) {
        var id = ID.matcher(text);
        if (id.find()) {
            var answer = answers.remove(Integer.parseInt(id.group(1)));
            if (answer != null) {
                answer.complete(text);
            }
        } else if (text.contains("\"method\":\"Network.requestWillBeSent\"")) {
            requests.incrementAndGet();
        } else if (text.contains("\"method\":\"Network.dataReceived\"")
                || text.contains("\"method\":\"Network.responseReceived\"")) {
            bytes.addAndGet(
                    BYTES.matcher(text)
                            .results()
                            .mapToLong(found -> Long.parseLong(found.group(1)))
                            .max()
                            .orElse(0));
        } else if (text.contains("\"method\":\"Target.attachedToTarget\"")) {
            var worker = first(SESSION, text);
            if (!worker.equals(page) && text.contains("worker\"")) {
                var _ = send(ids.incrementAndGet(), "Network.enable", "{}", worker);
            }
        }
    }

    private static String first(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.find()) {
            throw new IllegalStateException("Unexpected response of Chromium: " + text);
        }
        return matcher.group(1);
    }

    @Override
    public void close() throws IOException {
        socket.abort();
        http.close();
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        process.onExit().join();
        try (var files = Files.walk(profile)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
