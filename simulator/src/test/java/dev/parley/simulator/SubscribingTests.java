package dev.parley.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@Story
class SubscribingTests {
    private static final String PAGE_APPS =
            "/v26.0/" + Town.PAGE + "/subscribed_apps?access_token=" + Town.TOKEN;

    @LocalServerPort int port;
    private Town town;

    @BeforeEach
    void begin() throws IOException {
        town = new Town(port);
    }

    @AfterEach
    void close() {
        town.close();
    }

    @Test
    void aCallbackThatFailsVerificationIsRefused() {
        var wrong = new HashMap<>(town.registration());
        wrong.put("verify_token", "something else");
        var answer = town.form("/v26.0/" + Town.APP + "/subscriptions", wrong);
        assertThat(answer.error().path("code").asInt()).isEqualTo(2200);
        assertThat(town.read("state").at("/apps/0/active").asBoolean()).isFalse();
    }

    @Test
    void eventsAreSentOnlyWithBothSubscriptions() {
        town.form("/v26.0/" + Town.APP + "/subscriptions", town.registration());
        town.writes("Ada Lin", "unheard");
        assertThat(town.post(PAGE_APPS + "&subscribed_fields=messages", Map.of()).status())
                .isEqualTo(200);
        town.writes("Ada Lin", "heard");
        town.says(Town.ADA, "no echo was asked for");
        town.writes("Ada Lin", "heard too");

        town.app.awaitEvents(2);
        assertThat(town.app.texts()).containsExactly("heard", "heard too");
    }

    @Test
    void newFieldsReplaceTheOldOnes() {
        town.connect();
        town.post(PAGE_APPS + "&subscribed_fields=messages,message_echoes", Map.of());
        var app = town.get(PAGE_APPS).json().at("/data/0");
        assertThat(app.path("id").asString()).isEqualTo(Town.APP);
        assertThat(app.path("subscribed_fields").size()).isEqualTo(2);

        town.request("DELETE", PAGE_APPS, "", "application/json");
        assertThat(town.get(PAGE_APPS).json().path("data").size()).isZero();
    }

    @Test
    void theAppSeesItsCallback() {
        town.connect();
        var token = Town.encoded(Town.APP + "|" + Town.SECRET);
        var answer = town.get("/" + Town.APP + "/subscriptions?access_token=" + token);
        assertThat(answer.json().at("/data/0/callback_url").asString()).isEqualTo(town.app.url());
        assertThat(answer.json().at("/data/0/active").asBoolean()).isTrue();
    }

    @Test
    void tokensAreDescribed() {
        var path = "/debug_token?access_token=" + Town.encoded(Town.APP + "|" + Town.SECRET);
        var good = town.get(path + "&input_token=" + Town.TOKEN).json().path("data");
        assertThat(good.path("is_valid").asBoolean()).isTrue();
        assertThat(good.path("profile_id").asString()).isEqualTo(Town.PAGE);

        var bad = town.get(path + "&input_token=nonsense").json().path("data");
        assertThat(bad.path("is_valid").asBoolean()).isFalse();
        assertThat(bad.at("/error/code").asInt()).isEqualTo(190);
    }

    @Test
    void aUserTokenListsThePages() {
        var exchange =
                "/oauth/access_token?grant_type=fb_exchange_token&fb_exchange_token=short&client_id="
                        + Town.APP
                        + "&client_secret="
                        + Town.SECRET;
        var user = town.get(exchange).json().path("access_token").asString();
        var pages = town.get("/v26.0/me/accounts?access_token=" + user).json().path("data");
        assertThat(pages.at("/0/access_token").asString()).isEqualTo(Town.TOKEN);
        assertThat(pages.size()).isEqualTo(2);
    }
}
