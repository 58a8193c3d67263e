package dev.parley.simulator.files;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.ContentDisposition;
import org.springframework.stereotype.Component;

/// Fetches what a desk names by its address, as Meta does: within ten seconds, and no web page in
/// place of a file.
@Component
public class Fetcher {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final FileStore store;
    private final HttpClient http;

    Fetcher(FileStore store) {
        this.store = store;
        this.http =
                HttpClient.newBuilder()
                        .followRedirects(HttpClient.Redirect.NORMAL)
                        .connectTimeout(PATIENCE)
                        .build();
    }

    /// {@return nothing if it cannot be had}
    public Optional<Stored> fetch(URI address) {
        try {
            var request = HttpRequest.newBuilder(address).timeout(PATIENCE).GET().build();
            var answer = http.send(request, BodyHandlers.ofInputStream());
            try (var content = answer.body()) {
                return usable(answer)
                        ? Optional.of(store.keep(name(address, answer), type(answer), content))
                        : Optional.empty();
            }
        } catch (IOException | IllegalArgumentException _) {
            return Optional.empty();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private static boolean usable(HttpResponse<InputStream> answer) {
        return answer.statusCode() == 200 && !type(answer).startsWith("text/html");
    }

    private static String type(HttpResponse<?> answer) {
        return answer.headers().firstValue("Content-Type").orElse("application/octet-stream");
    }

    private static String name(URI address, HttpResponse<?> answer) {
        return answer.headers()
                .firstValue("Content-Disposition")
                .map(ContentDisposition::parse)
                .map(ContentDisposition::getFilename)
                .orElse(address.getPath());
    }
}
