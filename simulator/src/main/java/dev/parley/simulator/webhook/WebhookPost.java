package dev.parley.simulator.webhook;

import dev.parley.simulator.fault.Condition;
import dev.parley.simulator.fault.Faults;
import dev.parley.simulator.fault.WebhookFault;
import dev.parley.simulator.world.SimulatedClock;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.springframework.stereotype.Component;

/// Posts a webhook once, with both signatures, to the app's current callback URL.
@Component
class WebhookPost {
    private final WebhookSettings settings;
    private final Subscriptions subscriptions;
    private final Faults faults;
    private final SimulatedClock clock;
    private final Semaphore permits;
    private final HttpClient http;

    WebhookPost(
            WebhookSettings settings,
            Subscriptions subscriptions,
            Faults faults,
            SimulatedClock clock) {
        this.settings = settings;
        this.subscriptions = subscriptions;
        this.faults = faults;
        this.clock = clock;
        this.permits = new Semaphore(settings.parallel());
        this.http =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .connectTimeout(settings.answerWithin())
                        .executor(Executors.newVirtualThreadPerTaskExecutor())
                        .build();
    }

    Attempt post(Delivery delivery) throws InterruptedException {
        permits.acquire();
        try {
            return postNow(delivery);
        } finally {
            permits.release();
        }
    }

    private Attempt postNow(Delivery delivery) throws InterruptedException {
        var at = clock.instant();
        var began = System.nanoTime();
        try {
            var answer = http.send(request(delivery), BodyHandlers.discarding());
            return new Attempt(at, answer.statusCode(), since(began), null);
        } catch (IOException | IllegalArgumentException failure) {
            return new Attempt(at, 0, since(began), failure.toString());
        }
    }

    private HttpRequest request(Delivery delivery) {
        var appEvent = delivery.first();
        var url = subscriptions.callback(appEvent.app()).map(Callback::url).orElse("");
        var key = key(appEvent);
        return HttpRequest.newBuilder(URI.create(url))
                .timeout(settings.answerWithin())
                .header("Content-Type", "application/json")
                .header("User-Agent", "facebookexternalua")
                .header("X-Hub-Signature", Signature.sha1(key, delivery.bytes()))
                .header("X-Hub-Signature-256", Signature.sha256(key, delivery.bytes()))
                .POST(BodyPublishers.ofByteArray(delivery.bytes()))
                .build();
    }

    private String key(AppEvent appEvent) {
        var secret = appEvent.app().secret();
        var other =
                faults.hit(WebhookFault.Kind.WRONG_SIGNATURE, appEvent.page(), appEvent.field())
                                .isPresent()
                        || faults.hit(Condition.Kind.SECRET_RESET, appEvent.page()).isPresent();
        return other ? "not " + secret : secret;
    }

    private static long since(long began) {
        return Duration.ofNanos(System.nanoTime() - began).toMillis();
    }
}
