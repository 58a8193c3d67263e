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
            "/v26.0/" + TestSimulator.PAGE + "/subscribed_apps?access_token=" + TestSimulator.TOKEN;

    @LocalServerPort int port;
    private TestSimulator simulator;

    @BeforeEach
    void begin() throws IOException {
        simulator = new TestSimulator(port);
    }

    @AfterEach
    void close() {
        simulator.close();
    }

    @Test
    void aCallbackThatFailsVerificationIsRefused() {
        var wrong = new HashMap<>(simulator.registration());
        wrong.put("verify_token", "something else");
        var answer = simulator.form("/v26.0/" + TestSimulator.APP + "/subscriptions", wrong);
        assertThat(answer.error().path("code").asInt()).isEqualTo(2200);
        assertThat(simulator.read("state").at("/apps/0/active").asBoolean()).isFalse();
    }

    @Test
    void eventsAreSentOnlyWithBothSubscriptions() {
        simulator.form("/v26.0/" + TestSimulator.APP + "/subscriptions", simulator.registration());
        simulator.writes("Ada Lin", "unheard");
        assertThat(simulator.post(PAGE_APPS + "&subscribed_fields=messages", Map.of()).status())
                .isEqualTo(200);
        simulator.writes("Ada Lin", "heard");
        simulator.says(TestSimulator.ADA, "no echo was asked for");
        simulator.writes("Ada Lin", "heard too");

        simulator.app.awaitEvents(2);
        assertThat(simulator.app.texts()).containsExactly("heard", "heard too");
    }

    @Test
    void newFieldsReplaceTheOldOnes() {
        simulator.connect();
        simulator.post(PAGE_APPS + "&subscribed_fields=messages,message_echoes", Map.of());
        var app = simulator.get(PAGE_APPS).json().at("/data/0");
        assertThat(app.path("id").asString()).isEqualTo(TestSimulator.APP);
        assertThat(app.path("subscribed_fields").size()).isEqualTo(2);

        simulator.request("DELETE", PAGE_APPS, "", "application/json");
        assertThat(simulator.get(PAGE_APPS).json().path("data").size()).isZero();
    }

    @Test
    void theAppSeesItsCallback() {
        simulator.connect();
        var token = TestSimulator.encoded(TestSimulator.APP + "|" + TestSimulator.SECRET);
        var answer =
                simulator.get("/" + TestSimulator.APP + "/subscriptions?access_token=" + token);
        assertThat(answer.json().at("/data/0/callback_url").asString())
                .isEqualTo(simulator.app.url());
        assertThat(answer.json().at("/data/0/active").asBoolean()).isTrue();
    }

    @Test
    void tokensAreDescribed() {
        var path =
                "/debug_token?access_token="
                        + TestSimulator.encoded(TestSimulator.APP + "|" + TestSimulator.SECRET);
        var good = simulator.get(path + "&input_token=" + TestSimulator.TOKEN).json().path("data");
        assertThat(good.path("is_valid").asBoolean()).isTrue();
        assertThat(good.path("profile_id").asString()).isEqualTo(TestSimulator.PAGE);

        var bad = simulator.get(path + "&input_token=nonsense").json().path("data");
        assertThat(bad.path("is_valid").asBoolean()).isFalse();
        assertThat(bad.at("/error/code").asInt()).isEqualTo(190);
    }

    @Test
    void aUserTokenListsThePages() {
        var exchange =
                "/oauth/access_token?grant_type=fb_exchange_token&fb_exchange_token=short&client_id="
                        + TestSimulator.APP
                        + "&client_secret="
                        + TestSimulator.SECRET;
        var user = simulator.get(exchange).json().path("access_token").asString();
        var pages = simulator.get("/v26.0/me/accounts?access_token=" + user).json().path("data");
        assertThat(pages.at("/0/access_token").asString()).isEqualTo(TestSimulator.TOKEN);
        assertThat(pages.size()).isEqualTo(2);
    }
}
