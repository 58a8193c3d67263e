package dev.parley.messenger.graph;

import dev.parley.channel.Blob;
import dev.parley.channel.ChannelKind;
import dev.parley.channel.FailureCause;
import dev.parley.channel.FileSource;
import dev.parley.channel.FileSource.Fetched.Bytes;
import dev.parley.channel.FileSource.Fetched.Later;
import dev.parley.channel.FileSource.Fetched.Refused;
import dev.parley.messenger.MessengerSettings;
import dev.parley.messenger.account.FacebookChannel;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.stereotype.Component;

/// Downloads files from Meta's own hosts only, also after a redirect.
@Component
class MessengerFiles implements FileSource {
    private static final int REDIRECTS = 3;

    /// Timeout, too early, too many requests: these are temporary.
    private static final Set<Integer> TEMPORARY = Set.of(408, 425, 429);

    private final HttpClient http;
    private final MessengerSettings settings;

    MessengerFiles(HttpClient graphHttpClient, MessengerSettings settings) {
        this.http = graphHttpClient;
        this.settings = settings;
    }

    @Override
    public ChannelKind channel() {
        return FacebookChannel.KIND;
    }

    @Override
    public Fetched fetch(String url, long limit) {
        try {
            var from = WebAddresses.of(url);
            return from.isEmpty() ? new Refused("address") : fetch(from.get(), limit, REDIRECTS);
        } catch (IOException failure) {
            return new Later(failure.toString());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return new Later("Interrupted");
        }
    }

    private Fetched fetch(URI from, long limit, int redirects)
            throws IOException, InterruptedException {
        if (from.getHost() == null) {
            return new Refused("address");
        }
        if (!isMetaHost(from)) {
            return new Refused("host");
        }
        var request = HttpRequest.newBuilder(from).timeout(settings.fileTimeout()).GET().build();
        var response = http.send(request, BodyHandlers.ofInputStream());
        try (var body = response.body()) {
            var status = response.statusCode();
            return switch (status / 100) {
                case 2 -> taken(response, read(body, (int) limit + 1), limit);
                case 3 -> redirected(response, limit, redirects);
                case 5 -> new Later("HTTP " + status);
                default ->
                        TEMPORARY.contains(status)
                                ? new Later("HTTP " + status)
                                : new Refused(FailureCause.GONE);
            };
        }
    }

    /// The client's own timeout covers only the headers; a body may stall indefinitely.
    private byte[] read(InputStream body, int most) throws IOException, InterruptedException {
        var reading = new FutureTask<>(() -> body.readNBytes(most));
        Thread.startVirtualThread(reading);
        try {
            return reading.get(settings.fileTimeout().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException _) {
            throw new HttpTimeoutException("The file did not arrive in time");
        } catch (ExecutionException failure) {
            throw new IOException(failure.getCause());
        }
    }

    private Fetched redirected(HttpResponse<?> response, long limit, int redirects)
            throws IOException, InterruptedException {
        var location =
                response.headers()
                        .firstValue("Location")
                        .flatMap(given -> WebAddresses.from(response.uri(), given));
        return redirects > 0 && location.isPresent()
                ? fetch(location.get(), limit, redirects - 1)
                : new Refused(FailureCause.GONE);
    }

    private static Fetched taken(HttpResponse<?> response, byte[] bytes, long limit) {
        return bytes.length > limit
                ? new Refused("size")
                : new Bytes(new Blob(bytes), nameOf(response).orElse(null));
    }

    private boolean isMetaHost(URI uri) {
        var host = uri.getHost() == null ? "" : uri.getHost().toLowerCase(Locale.ROOT);
        if (isGraphHost(uri, host)) {
            return true;
        }
        return "https".equals(uri.getScheme())
                && settings.fileHosts().stream()
                        .anyMatch(allowed -> host.equals(allowed) || host.endsWith("." + allowed));
    }

    /// The simulator serves its files itself.
    private boolean isGraphHost(URI uri, String host) {
        var graph = settings.graphUrl();
        return host.equals(graph.getHost())
                && uri.getPort() == graph.getPort()
                && graph.getScheme().equals(uri.getScheme());
    }

    private static Optional<String> nameOf(HttpResponse<?> response) {
        return response.headers()
                .firstValue("Content-Disposition")
                .flatMap(FileNameHeader::inHeader)
                .or(() ->
                        Optional.ofNullable(response.uri().getRawPath())
                                .flatMap(FileNameHeader::inPath));
    }
}
