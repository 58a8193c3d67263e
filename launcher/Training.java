import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Does what customers and agents do all day, so that the JVM of a demo server records in its cache
/// which code is used, and compiles that first when it is started later.
///
/// It has its own sign-in and its own signature of webhooks, as the benchmarks have: the launcher
/// runs this one file from source, so it can use no class of another program.
///
/// Run with the path of the server's `demo.env`.
final class Training {
    private static final int ROUNDS = 250;

    /// How many people write at once: those who write together are handled together.
    private static final int PEOPLE = 48;

    private static final long FIRST_PERSON = 70_000_000_000_000_000L;
    private static final Duration LONGEST = Duration.ofSeconds(45);
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final Pattern CONVERSATION =
            Pattern.compile("/desk/conversations/[0-9a-f-]{36}");

    private final HttpClient http =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .cookieHandler(new CookieManager())
                    .followRedirects(HttpClient.Redirect.NORMAL)
                    .build();
    private final Map<String, String> env;

    private Training(Map<String, String> env) {
        this.env = env;
    }

    public static void main(String[] args) throws Exception {
        var env =
                Files.readAllLines(Path.of(args[0])).stream()
                        .map(line -> line.split("=", 2))
                        .collect(Collectors.toMap(cut -> cut[0], cut -> cut[1].replace("'", "")));
        new Training(env).run();
    }

    private void run() throws Exception {
        var deadline = System.nanoTime() + LONGEST.toNanos();
        signIn();
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var round = 0; round < ROUNDS && System.nanoTime() < deadline; round++) {
                var written = new ArrayList<Future<?>>();
                for (var person = 0; person < PEOPLE; person++) {
                    var number = round * PEOPLE + person;
                    written.add(people.submit(() -> write(number)));
                }
                if (round % 5 == 0) {
                    lookAtTheDesk();
                }
                for (var one : written) {
                    one.get();
                }
            }
        }
    }

    private void signIn() throws IOException, InterruptedException {
        var token = TOKEN.matcher(get("/sign-in"));
        if (!token.find()) {
            throw new IllegalStateException("The sign-in page has no form");
        }
        var form =
                "_csrf=%s&name=%s&password=%s"
                        .formatted(
                                encoded(token.group(1)),
                                encoded(env.get("AGENT_USER")),
                                encoded(env.get("AGENT_PASSWORD")));
        send(
                HttpRequest.newBuilder(URI.create(env.get("PARLEY_URL") + "/sign-in"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form)));
    }

    /// Posts a signed webhook, as Meta does.
    private Void write(int number)
            throws IOException, InterruptedException, GeneralSecurityException {
        var body = body(number);
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(env.get("APP_SECRET").getBytes(UTF_8), "HmacSHA256"));
        var signature = HexFormat.of().formatHex(mac.doFinal(body.getBytes(UTF_8)));
        send(
                HttpRequest.newBuilder(URI.create(env.get("WEBHOOK_URL")))
                        .header("Content-Type", "application/json")
                        .header("X-Hub-Signature-256", "sha256=" + signature)
                        .POST(BodyPublishers.ofString(body)));
        return null;
    }

    /// Mostly texts, and some receipts and messages that the company wrote elsewhere.
    private String body(int number) {
        var page = env.get("PAGE_ID");
        var person = Long.toString(FIRST_PERSON + number % PEOPLE);
        var now = System.currentTimeMillis();
        var toPage = number % 11 != 0;
        var event =
                switch (number % 11) {
                    case 0 ->
                            """
                            "message":{"mid":"m_training_%d","is_echo":true,"app_id":26390203743090,\
                            "text":"We look into it."}\
                            """
                                    .formatted(number);
                    case 3 -> "\"delivery\":{\"watermark\":%d}".formatted(now);
                    case 7 -> "\"read\":{\"watermark\":%d}".formatted(now);
                    default ->
                            """
                            "message":{"mid":"m_training_%d",\
                            "text":"Is my parcel lost? I ordered it a week ago."}\
                            """
                                    .formatted(number);
                };
        return """
                {"object":"page","entry":[{"id":"%s","time":%d,"messaging":[{"sender":{"id":"%s"},\
                "recipient":{"id":"%s"},"timestamp":%d,%s}]}]}\
                """
                .formatted(
                        page, now, toPage ? person : page, toPage ? page : person, now, event);
    }

    private void lookAtTheDesk() throws IOException, InterruptedException {
        for (var address : conversations(get("/desk?view=open"))) {
            get(address);
        }
    }

    private static Set<String> conversations(String page) {
        return CONVERSATION
                .matcher(page)
                .results()
                .map(found -> found.group())
                .limit(3)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private String get(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(env.get("PARLEY_URL") + path)));
    }

    private String send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.timeout(Duration.ofSeconds(20)).build(), BodyHandlers.ofString())
                .body();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8);
    }
}
