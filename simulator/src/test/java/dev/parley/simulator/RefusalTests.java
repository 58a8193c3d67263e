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
    private static final Map<String, Object> TO_ADA = Map.of("id", Town.ADA);

    @LocalServerPort int port;
    private Town town;

    @BeforeEach
    void adaHasWritten() throws IOException {
        town = new Town(port);
        town.writes("Ada Lin", "Hello");
    }

    @AfterEach
    void close() {
        town.close();
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
                town.request(
                        "POST",
                        "/v26.0/me/messages?access_token=" + Town.TOKEN,
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
        assertThat(town.says(Town.ADA, "x".repeat(2000)).status()).isEqualTo(200);
        assertThat(message(town.says(Town.ADA, "x".repeat(2001))))
                .isEqualTo(
                        "(#100) Length of param message[text] must be less than or equal to 2000");
    }

    @Test
    void theTokenIsCheckedFirst() {
        var nothing = Map.<String, Object>of();
        assertThat(code(town.post("/v26.0/me/messages", nothing))).isEqualTo(2500);
        assertThat(code(town.post("/" + Town.PAGE + "/messages", nothing))).isEqualTo(104);
        assertThat(code(town.post("/me/messages?access_token=nonsense", nothing))).isEqualTo(190);

        town.faults(Map.of("tokenExpired", List.of(Town.PAGE)));
        var expired = town.says("not an id", "");
        assertThat(code(expired)).isEqualTo(190);
        assertThat(subcode(expired)).isEqualTo(463);
    }

    @Test
    void parametersAreCheckedBeforeTheWindowAndTheWindowBeforeTheRecipient() {
        town.act("blocks", Map.of("person", "Ada Lin", "page", Town.PAGE, "blocked", true));
        assertThat(code(town.says(Town.ADA, "x"))).isEqualTo(551);
        town.setClock(Map.of("advance", "PT25H"));
        assertThat(subcode(town.says(Town.ADA, "x"))).isEqualTo(2018278);
        assertThat(subcode(town.says(Town.ADA, ""))).isEqualTo(2018034);
        town.faults(Map.of("developmentMode", true));
        assertThat(code(town.says(Town.ADA, ""))).isEqualTo(200);
    }

    @Test
    void theWindowIsOpenForADayAndOpensAgainWithAReaction() {
        var mid = town.writes("Ada Lin", "Still there?").path("mid").asString();
        town.setClock(Map.of("advance", "PT23H59M"));
        assertThat(town.says(Town.ADA, "Yes").status()).isEqualTo(200);
        town.setClock(Map.of("advance", "PT2M"));
        assertThat(subcode(town.says(Town.ADA, "Hello?"))).isEqualTo(2018278);

        town.act("reactions", Map.of("mid", mid, "reaction", "love"));
        assertThat(town.says(Town.ADA, "Good to see you").status()).isEqualTo(200);
    }

    @Test
    void aHumanAgentHasSevenDaysOnceApproved() {
        town.setClock(Map.of("advance", "P2D"));
        assertThat(subcode(tagged("HUMAN_AGENT"))).isEqualTo(2018276);
        town.faults(Map.of("humanAgentApproved", true));
        assertThat(tagged("HUMAN_AGENT").status()).isEqualTo(200);
        town.setClock(Map.of("advance", "P6D"));
        assertThat(subcode(tagged("HUMAN_AGENT"))).isEqualTo(2018278);
    }

    @Test
    void retiredTagsAreRefused() {
        assertThat(subcode(tagged("ACCOUNT_UPDATE"))).isEqualTo(1893061);
    }

    @Test
    void anIdOfAnotherPageIsUnknown() {
        assertThat(subcode(town.says(BEN_AT_THE_OTHER_PAGE, "x"))).isEqualTo(2018001);
    }

    @Test
    void aProofMustBeCorrectAndCanBeRequired() {
        var path = "/me/messages?access_token=" + Town.TOKEN + "&appsecret_proof=";
        var body = Map.of("recipient", TO_ADA, "message", Map.of("text", "x"));
        assertThat(message(town.post(path + "00", body))).startsWith("Invalid appsecret_proof");
        var right = Signature.proof(Town.SECRET, Town.TOKEN);
        assertThat(town.post(path + right, body).status()).isEqualTo(200);

        town.faults(Map.of("proofRequired", true));
        assertThat(message(town.says(Town.ADA, "x"))).contains("require an appsecret_proof");
    }

    private Town.Answer tagged(String tag) {
        return town.send(
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

    private static int code(Town.Answer answer) {
        return answer.error().path("code").asInt(0);
    }

    private static int subcode(Town.Answer answer) {
        return answer.error().path("error_subcode").asInt(0);
    }

    private static String message(Town.Answer answer) {
        return answer.error().path("message").asString("");
    }
}
