package dev.parley.messenger.graph;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.parley.channel.Blob;
import dev.parley.channel.FileSource.Fetched;
import dev.parley.messenger.MessengerSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Files from one of Meta's hosts, valid and faulty.
class MessengerFilesTests {
    private static final long LIMIT = 1000;

    private final HttpServer host = listening();
    private final String url = "http://127.0.0.1:" + host.getAddress().getPort();
    private final HttpClient http = HttpClient.newHttpClient();
    private final MessengerFiles files = new MessengerFiles(http, settings(Duration.ofSeconds(20)));

    @BeforeEach
    void open() {
        host.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        host.start();
    }

    @AfterEach
    void close() {
        host.stop(0);
        http.shutdownNow();
    }

    @Test
    void downloadsAFileAndItsName() {
        host.createContext("/photo.png", exchange -> answer(exchange, 200, new byte[] {1, 2, 3}));

        assertThat(files.fetch(url + "/photo.png", LIMIT))
                .isEqualTo(new Fetched.Bytes(new Blob(new byte[] {1, 2, 3}), "photo.png"));
    }

    @Test
    void refusesTooLargeFiles() {
        host.createContext("/", exchange -> answer(exchange, 200, new byte[1001]));

        assertThat(files.fetch(url + "/a", LIMIT)).isEqualTo(new Fetched.Refused("size"));
    }

    @ParameterizedTest
    @CsvSource({"404, true", "403, true", "410, true", "429, false", "408, false", "503, false"})
    void distinguishesTemporaryFromPermanentFailures(int status, boolean forGood) {
        host.createContext("/", exchange -> answer(exchange, status, new byte[0]));

        assertThat(files.fetch(url + "/a", LIMIT))
                .isInstanceOf(forGood ? Fetched.Refused.class : Fetched.Later.class);
    }

    @Test
    void followsARedirectToNoOtherHost() {
        host.createContext(
                "/",
                exchange -> {
                    exchange.getResponseHeaders().add("Location", "http://169.254.169.254/secrets");
                    answer(exchange, 302, new byte[0]);
                });

        assertThat(files.fetch(url + "/a", LIMIT)).isEqualTo(new Fetched.Refused("host"));
    }

    @Test
    void limitsTheTimeForABodyThatStalls() {
        host.createContext(
                "/",
                exchange -> {
                    exchange.sendResponseHeaders(200, 500);
                    exchange.getResponseBody().write(1);
                    exchange.getResponseBody().flush();
                });

        var impatient = new MessengerFiles(http, settings(Duration.ofMillis(300)));
        assertThat(impatient.fetch(url + "/a", LIMIT)).isInstanceOf(Fetched.Later.class);
    }

    private MessengerSettings settings(Duration fileTimeout) {
        return new MessengerSettings(
                URI.create(url),
                "v26.0",
                Duration.ofSeconds(3),
                Duration.ofSeconds(10),
                Duration.ofSeconds(5),
                Duration.ofMinutes(2),
                Duration.ofHours(24),
                fileTimeout,
                List.of("fbcdn.net"),
                300,
                10);
    }

    private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        try (var out = exchange.getResponseBody()) {
            out.write(body);
        }
    }

    private static HttpServer listening() {
        try {
            return HttpServer.create(
                    new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
