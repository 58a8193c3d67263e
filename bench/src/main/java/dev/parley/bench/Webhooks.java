package dev.parley.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Prepares signed webhooks as Meta sends them, one event in each. They are prepared before a
/// measurement, so that signing them takes nothing from the server.
final class Webhooks {
    static final String WORDS = "Is my parcel lost? I ordered it a week ago.";

    private static final long KNOWN = 30_000_000_000_000_000L;
    private static final long NEW = 2 * KNOWN;

    private final AtomicLong mids = new AtomicLong();
    private final AtomicLong newPeople = new AtomicLong();
    private final URI url;
    private final String page;
    private final String app;
    private final SecretKeySpec key;

    Webhooks(Map<String, String> demoEnv) {
        url = URI.create(demoEnv.getOrDefault("WEBHOOK_URL", ""));
        page = demoEnv.getOrDefault("PAGE_ID", "");
        app = demoEnv.getOrDefault("APP_ID", "");
        var secret = demoEnv.getOrDefault("APP_SECRET", "");
        key = new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256");
    }

    URI url() {
        return url;
    }

    static String person(int number) {
        return Long.toString(KNOWN + number);
    }

    /// {@return texts of these people in turn}
    List<byte[]> texts(int count, int people) {
        return prepare(count, index -> text(person(index % people), WORDS));
    }

    /// {@return texts of people who have not written before}
    List<byte[]> textsOfNewPeople(int count) {
        return prepare(count, _ -> text(Long.toString(NEW + newPeople.incrementAndGet()), WORDS));
    }

    /// {@return for each person in turn a text, the echo of the reply, and its delivery and read
    /// receipts}
    List<byte[]> dialogues(int count, int people) {
        return prepare(
                count,
                index -> {
                    var person = person(index / 4 % people);
                    return switch (index % 4) {
                        case 0 -> text(person, WORDS);
                        case 1 -> echo(person);
                        case 2 -> receipt(person, "delivery");
                        default -> receipt(person, "read");
                    };
                });
    }

    /// {@return webhooks with these events}
    List<byte[]> prepare(int count, IntFunction<String> event) {
        return IntStream.range(0, count)
                .parallel()
                .mapToObj(index -> request(event.apply(index)))
                .toList();
    }

    String text(String person, String words) {
        return event(
                person,
                page,
                "\"message\":{\"mid\":\"%s\",\"text\":\"%s\"}".formatted(mid(), words));
    }

    private String echo(String person) {
        return event(
                page,
                person,
                "\"message\":{\"mid\":\"%s\",\"is_echo\":true,\"app_id\":%s,\"text\":\"%s\"}"
                        .formatted(mid(), app, "It arrives tomorrow."));
    }

    private String receipt(String person, String kind) {
        return event(
                person,
                page,
                "\"%s\":{\"watermark\":%d}".formatted(kind, System.currentTimeMillis()));
    }

    private String mid() {
        return "m_bench_" + mids.incrementAndGet();
    }

    private String event(String sender, String recipient, String content) {
        var now = System.currentTimeMillis();
        return """
        {"object":"page","entry":[{"id":"%s","time":%d,"messaging":[{"sender":{"id":"%s"},\
        "recipient":{"id":"%s"},"timestamp":%d,%s}]}]}\
        """
                .formatted(page, now, sender, recipient, now, content);
    }

    private byte[] request(String body) {
        return """
        POST %s HTTP/1.1\r
        Host: %s\r
        Content-Type: application/json\r
        X-Hub-Signature-256: sha256=%s\r
        Content-Length: %d\r
        \r
        %s\
        """
                .formatted(url.getPath(), url.getAuthority(), signature(body), body.length(), body)
                .getBytes(UTF_8);
    }

    private String signature(String body) {
        try {
            var mac = Mac.getInstance(key.getAlgorithm());
            mac.init(key);
            return HexFormat.of().formatHex(mac.doFinal(body.getBytes(UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
