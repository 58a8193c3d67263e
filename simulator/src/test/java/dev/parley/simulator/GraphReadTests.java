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
    private static final String PROFILE = "/v26.0/" + Town.ADA + "?access_token=" + Town.TOKEN;

    @LocalServerPort int port;
    private Town town;

    @BeforeEach
    void begin() throws IOException {
        town = new Town(port);
        town.limits(Map.of("conversations", 1000));
    }

    @Test
    void conversationsAreLimitedToTwoCallsASecond() {
        town.limits(Map.of("conversations", 2));
        town.writes("Ada Lin", "Hi");

        conversations("");
        conversations("");

        assertThat(conversations("").at("/error/code").asInt()).isEqualTo(80006);
    }

    @AfterEach
    void close() {
        town.close();
    }

    @Test
    void aPersonWhoHasWrittenHasANameAndAPicture() {
        assertThat(town.get(PROFILE).error().path("error_subcode").asInt()).isEqualTo(33);
        town.writes("Ada Lin", "Hi");

        var profile = town.get(PROFILE).json();
        assertThat(profile.path("first_name").asString()).isEqualTo("Ada");
        assertThat(profile.has("name")).isFalse();
        var picture = profile.path("profile_pic").asString().substring(town.base().length());
        assertThat(town.get(picture).headers()).containsEntry("content-type", "image/png");

        town.faults(Map.of("profileAccess", false));
        assertThat(town.get(PROFILE).error().path("error_subcode").asInt()).isEqualTo(2018247);
    }

    @Test
    void theLatestTwentyMessagesOfAConversationCanBeRead() {
        var first = town.writes("Ada Lin", "first").path("mid").asString();
        IntStream.range(0, 19).forEach(i -> town.writes("Ada Lin", "more"));
        var mid = town.says(Town.ADA, "last").json().path("message_id").asString();

        var conversation = conversations("&user_id=" + Town.ADA).at("/data/0");
        assertThat(conversation.at("/participants/data/0/name").asString()).isEqualTo("Ada Lin");
        var messages = conversation.at("/messages/data");
        assertThat(messages.size()).isEqualTo(21);
        assertThat(messages.at("/0/id").asString()).isEqualTo(mid);
        assertThat(messages.at("/0/message").asString()).isEqualTo("last");
        assertThat(messages.at("/0/from/id").asString()).isEqualTo(Town.PAGE);
        assertThat(messages.at("/20/id").asString()).isEqualTo(first);
        assertThat(messages.at("/20").has("message")).isFalse();

        var old = town.get("/v26.0/" + first + "?access_token=" + Town.TOKEN);
        assertThat(old.error().path("code").asInt()).isEqualTo(9000001);
        var recent = town.get("/" + mid + "?fields=message&access_token=" + Town.TOKEN);
        assertThat(recent.json().path("message").asString()).isEqualTo("last");
    }

    @Test
    void conversationsAreListedLatestFirstInPages() {
        town.writes("Ada Lin", "early");
        town.writes("Ben Wu", "late");
        var first = conversations("&limit=1");
        assertThat(first.at("/data/0/participants/data/0/name").asString()).isEqualTo("Ben Wu");

        var next = first.at("/paging/next").asString().substring(town.base().length());
        var second = town.get(next).json();
        assertThat(second.at("/data/0/participants/data/0/name").asString()).isEqualTo("Ada Lin");
        assertThat(second.at("/paging").has("next")).isFalse();
    }

    @Test
    void anUnknownPathIsRefused() {
        assertThat(
                        town.get("/v26.0/me/nonsense?access_token=" + Town.TOKEN)
                                .error()
                                .path("code")
                                .asInt())
                .isEqualTo(2500);
    }

    private JsonNode conversations(String more) {
        var fields = Town.encoded("participants,messages.limit(50){id,message,from,created_time}");
        return town.get(
                        "/v26.0/%s/conversations?access_token=%s&fields=%s%s"
                                .formatted(Town.PAGE, Town.TOKEN, fields, more))
                .json();
    }
}
