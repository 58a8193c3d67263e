package dev.parley.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Posts texts as Meta does: one per webhook, signed, over persistent connections.
final class Webhooks {
    private static final long FIRST_PERSON = 30_000_000_000_000_000L;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final AtomicLong texts = new AtomicLong();
    private final AtomicLong newcomers = new AtomicLong();
    private final URI url;
    private final String page;
    private final SecretKeySpec key;

    Webhooks(Map<String, String> demoEnv) {
        url = URI.create(demoEnv.getOrDefault("WEBHOOK_URL", ""));
        page = demoEnv.getOrDefault("PAGE_ID", "");
        key =
                new SecretKeySpec(
                        demoEnv.getOrDefault("APP_SECRET", "").getBytes(UTF_8), "HmacSHA256");
    }

    /// Posts a text from one of this number of people, in turn.
    long fromOneOf(int people) throws Exception {
        return post(FIRST_PERSON + texts.get() % people);
    }

    /// Posts a text from a person who has not written before.
    long fromNewPerson() throws Exception {
        return post(2 * FIRST_PERSON + newcomers.incrementAndGet());
    }

    private long post(long person)
            throws IOException, InterruptedException, GeneralSecurityException {
        var number = texts.incrementAndGet();
        var now = System.currentTimeMillis();
        var body =
                """
                {"object":"page","entry":[{"id":"%s","time":%d,"messaging":[{"sender":{"id":"%d"},\
                "recipient":{"id":"%s"},"timestamp":%d,"message":{"mid":"m_bench_%d",\
                "text":"Is my parcel lost? I ordered it a week ago."}}]}]}\
                """
                        .formatted(page, now, person, page, now, number)
                        .getBytes(UTF_8);
        var request =
                HttpRequest.newBuilder(url)
                        .header("Content-Type", "application/json")
                        .header("X-Hub-Signature-256", "sha256=" + signature(body))
                        .POST(BodyPublishers.ofByteArray(body))
                        .build();
        var status = http.send(request, BodyHandlers.discarding()).statusCode();
        if (status != 200) {
            throw new IllegalStateException("A webhook was answered with " + status);
        }
        return number;
    }

    private String signature(byte[] body) throws GeneralSecurityException {
        var mac = Mac.getInstance(key.getAlgorithm());
        mac.init(key);
        return HexFormat.of().formatHex(mac.doFinal(body));
    }
}
