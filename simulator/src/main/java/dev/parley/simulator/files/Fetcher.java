package dev.parley.simulator.files;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.http.ContentDisposition;
import org.springframework.stereotype.Component;

/// Downloads attachments that an app sends by URL, as Meta does: within ten seconds in all, up to
/// Meta's size limit, and no web page instead of a file.
@Component
public class Fetcher {
    /// The result of a download.
    public sealed interface Fetched {}

    public record Got(StoredFile file) implements Fetched {}

    public record TooBig() implements Fetched {}

    public record Failed() implements Fetched {}

    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final StoredFiles store;
    private final HttpClient http;

    Fetcher(StoredFiles store) {
        this.store = store;
        this.http =
                HttpClient.newBuilder()
                        .followRedirects(HttpClient.Redirect.NORMAL)
                        .connectTimeout(TIMEOUT)
                        .build();
    }

    public Fetched fetch(URI address) {
        try {
            var request = HttpRequest.newBuilder(address).timeout(TIMEOUT).GET().build();
            var answer =
                    http.send(
                            request,
                            BodyHandlers.limiting(
                                    BodyHandlers.ofInputStream(), StoredFile.LARGEST));
            try (var content = answer.body()) {
                return isUsable(answer) ? take(address, answer, content) : new Failed();
            }
        } catch (IOException | IllegalArgumentException | ExecutionException | TimeoutException _) {
            return new Failed();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return new Failed();
        }
    }

    /// A slow download is abandoned: the caller closes the stream, which ends the reading.
    private Fetched take(URI address, HttpResponse<?> answer, InputStream content)
            throws InterruptedException, ExecutionException, TimeoutException {
        if (answer.headers().firstValueAsLong("Content-Length").orElse(0) > StoredFile.LARGEST) {
            return new TooBig();
        }
        var result = new CompletableFuture<Fetched>();
        Thread.startVirtualThread(() -> {
            try {
                result.complete(new Got(store.save(name(address, answer), type(answer), content)));
            } catch (UncheckedIOException failure) {
                result.completeExceptionally(failure);
            }
        });
        return result.get(TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
    }

    private static boolean isUsable(HttpResponse<?> answer) {
        return answer.statusCode() == 200 && !type(answer).startsWith("text/html");
    }

    private static String type(HttpResponse<?> answer) {
        return answer.headers().firstValue("Content-Type").orElse("application/octet-stream");
    }

    private static String name(URI address, HttpResponse<?> answer) {
        try {
            return answer.headers()
                    .firstValue("Content-Disposition")
                    .map(ContentDisposition::parse)
                    .map(ContentDisposition::getFilename)
                    .orElse(address.getPath());
        } catch (IllegalArgumentException _) {
            return address.getPath();
        }
    }
}
