package dev.parley.simulator.graph.page;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/// Verifies a callback URL, as Meta does before it posts anything there: it must respond with 200
/// and exactly the challenge as the body.
@Component
class Handshake {
    private final HttpClient http =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(Duration.ofSeconds(5))
                    .build();

    /// {@return why it failed}
    Optional<String> objection(String callbackUrl, String verifyToken) {
        var challenge =
                Integer.toString(ThreadLocalRandom.current().nextInt(1_000_000, 2_000_000_000));
        try {
            var request = request(callbackUrl, verifyToken, challenge);
            var answer = http.send(request, BodyHandlers.ofString());
            return objection(answer.statusCode(), answer.body(), challenge);
        } catch (IOException | IllegalArgumentException failure) {
            return Optional.of("The URL couldn't be validated: " + failure);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return Optional.of("interrupted");
        }
    }

    private static Optional<String> objection(int status, String body, String challenge) {
        if (status != 200) {
            return Optional.of("HTTP Status Code = " + status);
        }
        return Optional.of("The response does not match challenge, expected value=" + challenge)
                .filter(_ -> !body.equals(challenge));
    }

    private static HttpRequest request(String callbackUrl, String verifyToken, String challenge) {
        var address =
                UriComponentsBuilder.fromUriString(callbackUrl)
                        .queryParam("hub.mode", "subscribe")
                        .queryParam("hub.challenge", "{challenge}")
                        .queryParam("hub.verify_token", "{token}")
                        .encode()
                        .buildAndExpand(challenge, verifyToken)
                        .toUri();
        return HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(10)).GET().build();
    }
}
