package dev.parley.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.simulator.webhook.Signature;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;

@Story
class RefusalTests {
    private static final String BEN_AT_THE_OTHER_PAGE = "24102000000015838";
    private static final Map<String, Object> TO_ADA = Map.of("id", TestSimulator.ADA);

    @LocalServerPort int port;
    private TestSimulator simulator;

    @BeforeEach
    void adaHasWritten() throws IOException {
        simulator = new TestSimulator(port);
        simulator.writes("Ada Lin", "Hello");
    }

    @AfterEach
    void close() {
        simulator.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {"message":{"text":"x"}}                                    | 100 | 0       | (#100) The parameter recipient is required
                    {"recipient":{"id":"abc"},"message":{"text":"x"}}           | 100 | 0       | (#100) Param recipient[id] must be a valid ID string (e.g., "123")
                    {"recipient":{"id":"1"},"message":{}}                       | 100 | 2018034 | (#100) Message cannot be empty, must provide valid attachment or text
                    {"recipient":{"id":"1"},"message":{"attachment":{"type":"x"}}} | 100 | 0    | (#100) Param message[attachment][type] is not supported. Please check developer docs for details
                    {"recipient":{"id":"1"},"message":{"attachment":{"type":"image","payload":{"url":"x"}}}} | 100 | 0 | (#100) x should represent a valid URL
                    {"recipient":{"id":"1"},"message":{"text":"x"}}             | 100 | 2018001 | (#100) No matching user found
                    {"recipient":{"id":"1"},"message":{"text":"x"},"sender_action":"typing_on"} | 100 | 2018014 | (#100) Cannot send both message and state at the same time
                    """)
    void returnsMetasErrors(String body, int code, int subcode, String message) {
        var answer =
                simulator.request(
                        "POST",
                        "/v26.0/me/messages?access_token=" + TestSimulator.TOKEN,
                        body,
                        "application/json");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.error().path("code").asInt()).isEqualTo(code);
        assertThat(answer.error().path("error_subcode").asInt(0)).isEqualTo(subcode);
        assertThat(answer.error().path("message").asString()).isEqualTo(message);
        assertThat(answer.error().path("fbtrace_id").asString()).startsWith("A");
    }

    @Test
    void twoThousandCharactersPassAndOneMoreDoesNot() {
        assertThat(simulator.says(TestSimulator.ADA, "x".repeat(2000)).status()).isEqualTo(200);
        assertThat(message(simulator.says(TestSimulator.ADA, "x".repeat(2001))))
                .isEqualTo(
                        "(#100) Length of param message[text] must be less than or equal to 2000");
    }

    @Test
    void theTokenIsCheckedFirst() {
        var nothing = Map.<String, Object>of();
        assertThat(code(simulator.post("/v26.0/me/messages", nothing))).isEqualTo(2500);
        assertThat(code(simulator.post("/" + TestSimulator.PAGE + "/messages", nothing)))
                .isEqualTo(104);
        assertThat(code(simulator.post("/me/messages?access_token=nonsense", nothing)))
                .isEqualTo(190);

        simulator.faults(Map.of("tokenExpired", List.of(TestSimulator.PAGE)));
        var expired = simulator.says("not an id", "");
        assertThat(code(expired)).isEqualTo(190);
        assertThat(subcode(expired)).isEqualTo(463);
    }

    @Test
    void parametersAreCheckedBeforeTheWindowAndTheWindowBeforeTheRecipient() {
        simulator.act(
                "blocks", Map.of("person", "Ada Lin", "page", TestSimulator.PAGE, "blocked", true));
        assertThat(code(simulator.says(TestSimulator.ADA, "x"))).isEqualTo(551);
        simulator.setClock(Map.of("advance", "PT25H"));
        assertThat(subcode(simulator.says(TestSimulator.ADA, "x"))).isEqualTo(2018278);
        assertThat(subcode(simulator.says(TestSimulator.ADA, ""))).isEqualTo(2018034);
        simulator.faults(Map.of("developmentMode", true));
        assertThat(code(simulator.says(TestSimulator.ADA, ""))).isEqualTo(200);
    }

    @Test
    void theWindowIsOpenForADayAndOpensAgainWithAReaction() {
        var mid = simulator.writes("Ada Lin", "Still there?").path("mid").asString();
        simulator.setClock(Map.of("advance", "PT23H59M"));
        assertThat(simulator.says(TestSimulator.ADA, "Yes").status()).isEqualTo(200);
        simulator.setClock(Map.of("advance", "PT2M"));
        assertThat(subcode(simulator.says(TestSimulator.ADA, "Hello?"))).isEqualTo(2018278);

        simulator.act("reactions", Map.of("mid", mid, "reaction", "love"));
        assertThat(simulator.says(TestSimulator.ADA, "Good to see you").status()).isEqualTo(200);
    }

    @Test
    void aHumanAgentHasSevenDaysOnceApproved() {
        simulator.setClock(Map.of("advance", "P2D"));
        assertThat(subcode(tagged("HUMAN_AGENT"))).isEqualTo(2018276);
        simulator.faults(Map.of("humanAgentApproved", true));
        assertThat(tagged("HUMAN_AGENT").status()).isEqualTo(200);
        simulator.setClock(Map.of("advance", "P6D"));
        assertThat(subcode(tagged("HUMAN_AGENT"))).isEqualTo(2018278);
    }

    @Test
    void retiredTagsAreRefused() {
        assertThat(subcode(tagged("ACCOUNT_UPDATE"))).isEqualTo(1893061);
    }

    @Test
    void anIdOfAnotherPageIsUnknown() {
        assertThat(subcode(simulator.says(BEN_AT_THE_OTHER_PAGE, "x"))).isEqualTo(2018001);
    }

    @Test
    void aProofMustBeCorrectAndCanBeRequired() {
        var path = "/me/messages?access_token=" + TestSimulator.TOKEN + "&appsecret_proof=";
        var body = Map.of("recipient", TO_ADA, "message", Map.of("text", "x"));
        assertThat(message(simulator.post(path + "00", body)))
                .startsWith("Invalid appsecret_proof");
        var right = Signature.proof(TestSimulator.SECRET, TestSimulator.TOKEN);
        assertThat(simulator.post(path + right, body).status()).isEqualTo(200);

        simulator.faults(Map.of("proofRequired", true));
        assertThat(message(simulator.says(TestSimulator.ADA, "x")))
                .contains("require an appsecret_proof");
    }

    private TestSimulator.Answer tagged(String tag) {
        return simulator.send(
                Map.of(
                        "recipient",
                        TO_ADA,
                        "message",
                        Map.of("text", "x"),
                        "messaging_type",
                        "MESSAGE_TAG",
                        "tag",
                        tag));
    }

    private static int code(TestSimulator.Answer answer) {
        return answer.error().path("code").asInt(0);
    }

    private static int subcode(TestSimulator.Answer answer) {
        return answer.error().path("error_subcode").asInt(0);
    }

    private static String message(TestSimulator.Answer answer) {
        return answer.error().path("message").asString("");
    }
}
