package dev.parley.messenger.graph;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpServer;
import dev.parley.messenger.MessengerSettings;
import dev.parley.outbox.Courier.Outcome.EndpointStopped;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import org.springframework.web.client.RestClientResponseException;

class GraphResponseGuardTests {
    private static final String TOKEN_EXPIRED =
            "{\"error\":{\"message\":\"Session has expired\",\"code\":190,\"error_subcode\":463}}";

    private final PageCredential keys = new PageCredential("EAAtoken", "secret");
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final GraphWiring wiring = new GraphWiring();
    private final HttpServer server;
    private volatile byte[] answer = new byte[0];

    GraphResponseGuardTests() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    }

    @BeforeEach
    void answers() {
        server.createContext(
                "/",
                exchange -> {
                    exchange.getRequestBody().readAllBytes();
                    exchange.getResponseHeaders().add("Content-Type", "application/json");
                    exchange.sendResponseHeaders(200, answer.length);
                    exchange.getResponseBody().write(answer);
                    exchange.close();
                });
        server.start();
    }

    @AfterEach
    void stops() {
        server.stop(0);
        http.close();
    }

    @Test
    void aRefusalInsideASuccessIsARefusalForEveryRequest() {
        answers(TOKEN_EXPIRED);

        var refusal = refused(() -> graph().send("page", keys.bearer(), keys.proof(), Map.of()));
        assertThat(new SendErrors(new ErrorTable()).of(refusal, keys))
                .isInstanceOfSatisfying(
                        EndpointStopped.class,
                        stop -> assertThat(stop.cause()).isEqualTo("expired"));
        refused(() -> graph().profile("1", keys.bearer(), keys.proof(), "name"));
        refused(() -> graph().subscribe("page", keys.bearer(), keys.proof(), "messages"));
        refused(() -> tokens().accessToken(new LinkedMultiValueMap<>()));
        refused(() -> examination().debugToken(keys.bearer(), "EAA"));
        answers("{\"error\":{\"message\":\"As text\",\"code\":\"190\"}}");
        refused(() -> graph().subscribedApps("page", keys.bearer(), keys.proof()));
        answers("{\"success\":false}");
        refused(() -> graph().unsubscribe("page", keys.bearer(), keys.proof()));
    }

    @Test
    void otherResponsesAreAnswers() {
        answers("{\"data\":{\"is_valid\":false,\"error\":{\"code\":190,\"message\":\"told\"}}}");
        assertThat(tokens().debug("Bearer app", "EAA").at("/data/error/code").asInt())
                .isEqualTo(190);

        answers("{\"message_id\":\"m_1\",\"success\":true}");
        assertThat(
                        graph().send("page", keys.bearer(), keys.proof(), Map.of())
                                .path("message_id")
                                .asString())
                .isEqualTo("m_1");
    }

    @Test
    void tooLongOrTooDeepAnswersAreRefused() {
        for (var odd : List.of("[".repeat(9 * 1024 * 1024), "[".repeat(5000), "{", "<html>")) {
            answers(odd);
            assertThatExceptionOfType(RestClientException.class)
                    .isThrownBy(() -> graph().profile("1", keys.bearer(), keys.proof(), "name"));
        }
    }

    private static RestClientResponseException refused(Runnable call) {
        try {
            call.run();
        } catch (RestClientResponseException refusal) {
            return refusal;
        }
        throw new AssertionError("It was accepted as an answer");
    }

    private void answers(String body) {
        answer = body.getBytes(UTF_8);
    }

    private GraphApi graph() {
        return wiring.graphApi(
                RestClient.builder(),
                http,
                (request, body, execution) -> execution.execute(request, body),
                settings());
    }

    private TokenApi tokens() {
        return wiring.tokenApi(RestClient.builder(), http, settings());
    }

    private ExaminationApi examination() {
        return wiring.examinationApi(RestClient.builder(), http, settings());
    }

    private MessengerSettings settings() {
        var patience = Duration.ofSeconds(20);
        var url = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        return new MessengerSettings(
                url, "v26.0", patience, patience, patience, patience, patience, patience, List.of(),
                300, 10);
    }
}
