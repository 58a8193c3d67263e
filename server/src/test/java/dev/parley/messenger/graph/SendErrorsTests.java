package dev.parley.messenger.graph;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.outbox.Courier.Outcome;
import dev.parley.outbox.Courier.Outcome.EndpointPaused;
import dev.parley.outbox.Courier.Outcome.EndpointStopped;
import dev.parley.outbox.Courier.Outcome.Refused;
import dev.parley.outbox.Courier.Outcome.Unknown;
import dev.parley.outbox.Courier.Outcome.Unreachable;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.ResourceAccessException;

class SendErrorsTests {
    private static final String SPENT =
            """
            {"104":[{"type":"messenger","call_count":100,"total_cputime":2,"total_time":3,\
            "estimated_time_to_regain_access":7}]}
            """;

    private final SendErrors verdicts = new SendErrors(new ErrorTable());
    private final PageCredential keys = new PageCredential("EAAtoken", "secret");
    private final HttpHeaders headers = new HttpHeaders();

    @Test
    void metaDefinesHowLongThePagePauses() {
        headers.add("X-Business-Use-Case-Usage", SPENT);

        assertThat(of(400, error(80006, 0)))
                .isInstanceOfSatisfying(
                        EndpointPaused.class,
                        rest -> assertThat(rest.asked()).isEqualTo(Duration.ofMinutes(7)));
    }

    @Test
    void withoutACodeOnlyStatus429IsALimit() {
        assertThat(of(429, "slow down")).isInstanceOf(EndpointPaused.class);
        assertThat(of(500, "<html>Sorry</html>")).isInstanceOf(Unknown.class);
        assertThat(of(400, "<html>Sorry</html>")).isInstanceOf(Unknown.class);
        assertThat(of(502, "")).isInstanceOf(Unknown.class);
    }

    @Test
    void lostResponsesAreUnknownAndFailedConnectionsUnreachable() {
        assertThat(lost(new SocketException("Connection reset"))).isInstanceOf(Unknown.class);
        assertThat(lost(new HttpTimeoutException("timed out"))).isInstanceOf(Unknown.class);
        assertThat(lost(new ConnectException("refused"))).isInstanceOf(Unreachable.class);
    }

    @Test
    void noKeyIsInTheDetailEvenIfItIsShortened() {
        var quoted = "x".repeat(495) + "EAAtoken and secret";

        var error = GraphError.in(error(190, 0).replace("no", quoted).getBytes(UTF_8), keys);

        assertThat(requireNonNull(error).description()).contains("x…").doesNotContain("EAA");
    }

    @Test
    void theTokenIsNeverInTheDetail() {
        var words = "Malformed access token EAAtoken";

        assertThat(of(400, error(190, 0).replace("no", words)))
                .isInstanceOfSatisfying(
                        EndpointStopped.class,
                        stop ->
                                assertThat(stop.detail())
                                        .contains("Malformed", "…")
                                        .doesNotContain("EAAtoken"));
    }

    @Test
    void theErrorTextDecidesNothing() {
        assertThat(of(400, error(200, 1545041).replace("no", "(#190) Invalid token")))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.cause()).isEqualTo("unreachable"));
    }

    private Outcome of(int status, String body) {
        return verdicts.of(
                HttpClientErrorException.create(
                        HttpStatusCode.valueOf(status), "", headers, body.getBytes(UTF_8), UTF_8),
                keys);
    }

    private Outcome lost(IOException cause) {
        return verdicts.of(new ResourceAccessException("lost", cause), keys);
    }

    private static String error(int code, int subcode) {
        return """
        {"error":{"message":"no","type":"OAuthException","code":%d,"error_subcode":%d}}
        """
                .formatted(code, subcode);
    }
}
