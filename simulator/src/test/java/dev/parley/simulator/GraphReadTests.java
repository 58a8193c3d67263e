package dev.parley.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@Story
class GraphReadTests {
    private static final String PROFILE =
            "/v26.0/" + TestSimulator.ADA + "?access_token=" + TestSimulator.TOKEN;

    @LocalServerPort int port;
    private TestSimulator simulator;

    @BeforeEach
    void begin() throws IOException {
        simulator = new TestSimulator(port);
        simulator.limits(Map.of("conversations", 1000));
    }

    @Test
    void conversationsAreLimitedToTwoCallsASecond() {
        simulator.limits(Map.of("conversations", 2));
        simulator.writes("Ada Lin", "Hi");

        conversations("");
        conversations("");

        assertThat(conversations("").at("/error/code").asInt()).isEqualTo(80006);
    }

    @AfterEach
    void close() {
        simulator.close();
    }

    @Test
    void aPersonWhoHasWrittenHasANameAndAPicture() {
        assertThat(simulator.get(PROFILE).error().path("error_subcode").asInt()).isEqualTo(33);
        simulator.writes("Ada Lin", "Hi");

        var profile = simulator.get(PROFILE).json();
        assertThat(profile.path("first_name").asString()).isEqualTo("Ada");
        assertThat(profile.has("name")).isFalse();
        var picture = profile.path("profile_pic").asString().substring(simulator.base().length());
        assertThat(simulator.get(picture).headers()).containsEntry("content-type", "image/png");

        simulator.faults(Map.of("profileAccess", false));
        assertThat(simulator.get(PROFILE).error().path("error_subcode").asInt()).isEqualTo(2018247);
    }

    @Test
    void theLatestTwentyMessagesOfAConversationCanBeRead() {
        var first = simulator.writes("Ada Lin", "first").path("mid").asString();
        IntStream.range(0, 19).forEach(i -> simulator.writes("Ada Lin", "more"));
        var mid = simulator.says(TestSimulator.ADA, "last").json().path("message_id").asString();

        var conversation = conversations("&user_id=" + TestSimulator.ADA).at("/data/0");
        assertThat(conversation.at("/participants/data/0/name").asString()).isEqualTo("Ada Lin");
        var messages = conversation.at("/messages/data");
        assertThat(messages.size()).isEqualTo(21);
        assertThat(messages.at("/0/id").asString()).isEqualTo(mid);
        assertThat(messages.at("/0/message").asString()).isEqualTo("last");
        assertThat(messages.at("/0/from/id").asString()).isEqualTo(TestSimulator.PAGE);
        assertThat(messages.at("/20/id").asString()).isEqualTo(first);
        assertThat(messages.at("/20").has("message")).isFalse();

        var old = simulator.get("/v26.0/" + first + "?access_token=" + TestSimulator.TOKEN);
        assertThat(old.error().path("code").asInt()).isEqualTo(9000001);
        var recent =
                simulator.get("/" + mid + "?fields=message&access_token=" + TestSimulator.TOKEN);
        assertThat(recent.json().path("message").asString()).isEqualTo("last");
    }

    @Test
    void conversationsAreListedLatestFirstInPages() {
        simulator.writes("Ada Lin", "early");
        simulator.writes("Ben Wu", "late");
        var first = conversations("&limit=1");
        assertThat(first.at("/data/0/participants/data/0/name").asString()).isEqualTo("Ben Wu");

        var next = first.at("/paging/next").asString().substring(simulator.base().length());
        var second = simulator.get(next).json();
        assertThat(second.at("/data/0/participants/data/0/name").asString()).isEqualTo("Ada Lin");
        assertThat(second.at("/paging").has("next")).isFalse();
    }

    @Test
    void anUnknownPathIsRefused() {
        assertThat(
                        simulator
                                .get("/v26.0/me/nonsense?access_token=" + TestSimulator.TOKEN)
                                .error()
                                .path("code")
                                .asInt())
                .isEqualTo(2500);
    }

    private JsonNode conversations(String more) {
        var fields =
                TestSimulator.encoded(
                        "participants,messages.limit(50){id,message,from,created_time}");
        return simulator
                .get(
                        "/v26.0/%s/conversations?access_token=%s&fields=%s%s"
                                .formatted(TestSimulator.PAGE, TestSimulator.TOKEN, fields, more))
                .json();
    }
}
