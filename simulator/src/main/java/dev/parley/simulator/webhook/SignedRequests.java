package dev.parley.simulator.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.parley.simulator.world.App;
import dev.parley.simulator.world.Person;
import dev.parley.simulator.world.Refusal;
import dev.parley.simulator.world.SimulatedClock;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import org.springframework.stereotype.Component;

/// Meta's requests about a person who has used an app: a form with one field, signed with the app's
/// secret. The person is identified by an app-scoped id, not by a page-scoped one. The URLs are
/// those below the app's callback URL, as entered in Meta's console.
@Component
public class SignedRequests {
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private final Subscriptions subscriptions;
    private final SimulatedClock clock;
    private final HttpClient http =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(Duration.ofSeconds(5))
                    .build();

    SignedRequests(Subscriptions subscriptions, SimulatedClock clock) {
        this.subscriptions = subscriptions;
        this.clock = clock;
    }

    public HttpResponse<String> send(App app, String where, Person person) {
        var callback =
                subscriptions
                        .callback(app)
                        .orElseThrow(() -> new Refusal(app.name() + " has no callback URL"));
        var body = "signed_request=" + URLEncoder.encode(signed(app, person), UTF_8);
        var request =
                HttpRequest.newBuilder(URI.create(callback.url() + "/" + where))
                        .timeout(Duration.ofSeconds(10))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(body))
                        .build();
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException failure) {
            throw new Refusal("No response from " + callback.url() + ": " + failure);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new Refusal("interrupted");
        }
    }

    private String signed(App app, Person person) {
        var now = clock.instant().getEpochSecond();
        var payload =
                "{\"user_id\":\"%s\",\"algorithm\":\"HMAC-SHA256\",\"issued_at\":%d,\"expires\":%d}"
                        .formatted(person.id(), now, now + 3600);
        var part = BASE64.encodeToString(payload.getBytes(UTF_8));
        var signature = Signature.proof(app.secret(), part);
        return BASE64.encodeToString(HexFormat.of().parseHex(signature)) + "." + part;
    }
}
