package dev.parley.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/// Two apps on one page.
@Story
class ThreadControlTests {
    private static final String TO_ADA = "{\"id\":\"" + TestSimulator.ADA + "\"}";

    @LocalServerPort int port;
    private TestSimulator simulator;
    private Receiver bot;
    private String botId = "";
    private String botToken = "";

    @BeforeEach
    void installBot() throws IOException {
        simulator = new TestSimulator(port);
        simulator.connect();
        bot = new Receiver();
        var app = simulator.act("apps", Map.of("name", "Tea bot"));
        botId = app.path("id").asString();
        botToken =
                simulator
                        .read("state")
                        .path("apps")
                        .valueStream()
                        .filter(one -> one.path("id").asString().equals(botId))
                        .findFirst()
                        .orElseThrow()
                        .at("/pages/0/token")
                        .asString();
        var registration = new HashMap<>(simulator.registration());
        registration.put("callback_url", bot.url());
        registration.put("access_token", app.path("token").asString());
        simulator.form("/v26.0/" + botId + "/subscriptions", registration);
        simulator.form(
                "/v26.0/" + TestSimulator.PAGE + "/subscribed_apps",
                Map.of("subscribed_fields", TestSimulator.ALL_FIELDS, "access_token", botToken));
    }

    @AfterEach
    void close() {
        bot.close();
        simulator.close();
    }

    @Test
    void allAppsReceiveEventsAndCanReplyIfNoneControlsTheThread() {
        simulator.writes("Ada Lin", "Hi");
        assertThat(simulator.app.awaitEvents(1).getFirst().at("/message/text").asString())
                .isEqualTo("Hi");
        assertThat(bot.awaitEvents(1).getFirst().at("/message/text").asString()).isEqualTo("Hi");
        assertThat(says(botToken, "from the bot").status()).isEqualTo(200);
        assertThat(says(TestSimulator.TOKEN, "from the desk").status()).isEqualTo(200);
        assertThat(owner().size()).isZero();
    }

    @Test
    void theDefaultAppControlsANewThreadAndTheOtherIsOnStandby() {
        makeDefault(botId);
        simulator.writes("Ada Lin", "Hi");

        bot.awaitEvents(1);
        simulator.app.awaitEvents(1);
        assertThat(bot.posts().getFirst().json().at("/entry/0").has("messaging")).isTrue();
        var entry = simulator.app.posts().getFirst().json().at("/entry/0");
        assertThat(entry.has("messaging")).isFalse();
        assertThat(entry.at("/standby/0/message/text").asString()).isEqualTo("Hi");
        var refused = says(TestSimulator.TOKEN, "May I?");
        assertThat(refused.error().path("code").asInt()).isEqualTo(10);
        assertThat(refused.error().path("error_subcode").asInt()).isEqualTo(2018300);
    }

    @Test
    void theButtonsPayloadIsOmittedOnStandby() {
        makeDefault(botId);
        simulator.act(
                "postbacks",
                Map.of(
                        "person",
                        "Ada Lin",
                        "page",
                        TestSimulator.PAGE,
                        "title",
                        "Go",
                        "payload",
                        "GO"));
        simulator.app.awaitEvents(1);
        var postback = simulator.app.posts().getFirst().json().at("/entry/0/standby/0/postback");
        assertThat(postback.isObject()).isTrue();
        assertThat(postback.isEmpty()).isTrue();
    }

    @Test
    void theOwnerPassesControlAndTheNewOwnerIsNotified() {
        makeDefault(botId);
        simulator.writes("Ada Lin", "A human, please");
        simulator.app.awaitEvents(1);
        var passed =
                control(
                        botToken,
                        "pass",
                        Map.of("target_app_id", TestSimulator.APP, "metadata", "tired"));
        assertThat(passed.json().path("success").asBoolean()).isTrue();

        var event = simulator.app.awaitEvents(2).get(1).path("pass_thread_control");
        assertThat(event.path("previous_owner_app_id").asString()).isEqualTo(botId);
        assertThat(event.path("new_owner_app_id").asString()).isEqualTo(TestSimulator.APP);
        assertThat(event.path("metadata").asString()).isEqualTo("tired");
        assertThat(says(TestSimulator.TOKEN, "Here I am").status()).isEqualTo(200);
        assertThat(says(botToken, "Me too").error().path("error_subcode").asInt())
                .isEqualTo(2018300);
        assertThat(owner().at("/0/thread_owner/app_id").asString()).isEqualTo(TestSimulator.APP);
    }

    @Test
    void otherAppsCanRequestControlAndOnlyTheDefaultAppCanTakeIt() {
        makeDefault(botId);
        simulator.writes("Ada Lin", "Hi");
        bot.awaitEvents(1);
        assertThat(control(TestSimulator.TOKEN, "request", Map.of()).status()).isEqualTo(200);
        var asked = bot.awaitEvents(2).get(1).path("request_thread_control");
        assertThat(asked.path("requested_owner_app_id").asString()).isEqualTo(TestSimulator.APP);

        assertThat(control(TestSimulator.TOKEN, "take", Map.of()).error().path("code").asInt())
                .isEqualTo(10);
        makeDefault(TestSimulator.APP);
        control(botToken, "pass", Map.of("target_app_id", botId));
        assertThat(control(TestSimulator.TOKEN, "take", Map.of()).status()).isEqualTo(200);
        assertThat(owner().at("/0/thread_owner/app_id").asString()).isEqualTo(TestSimulator.APP);
    }

    @Test
    void metasAppsCanTakeControlThroughTheControlApi() {
        simulator.writes("Ada Lin", "Hi");
        simulator.app.awaitEvents(1);
        var inbox = "263902037430900";
        simulator.act(
                "threads/" + TestSimulator.PAGE + "/" + TestSimulator.ADA + "/control",
                Map.of("action", "take", "app", inbox));

        var taken = simulator.app.awaitEvents(2).get(1).path("take_thread_control");
        assertThat(taken.path("previous_owner_app_id").isNull()).isTrue();
        assertThat(taken.path("new_owner_app_id").asString()).isEqualTo(inbox);
        assertThat(says(TestSimulator.TOKEN, "x").error().path("error_subcode").asInt())
                .isEqualTo(2018300);
    }

    @Test
    void controlExpiresAfterADayAndCanBeExtended() {
        makeDefault(botId);
        simulator.writes("Ada Lin", "Hi");
        control(botToken, "pass", Map.of("target_app_id", TestSimulator.APP));
        simulator.setClock(Map.of("advance", "PT25H"));
        assertThat(owner().at("/0/thread_owner/app_id").asString()).isEqualTo(botId);

        control(botToken, "pass", Map.of("target_app_id", TestSimulator.APP));
        assertThat(control(TestSimulator.TOKEN, "extend", Map.of("duration", "604801")).status())
                .isEqualTo(400);
        control(TestSimulator.TOKEN, "extend", Map.of("duration", "172800"));
        simulator.setClock(Map.of("advance", "PT25H"));
        assertThat(owner().at("/0/thread_owner/app_id").asString()).isEqualTo(TestSimulator.APP);
    }

    @Test
    void aSendCanPassControl() {
        makeDefault(TestSimulator.APP);
        simulator.writes("Ada Lin", "Hi");
        simulator.send(
                Map.of(
                        "recipient",
                        Map.of("id", TestSimulator.ADA),
                        "message",
                        Map.of("text", "The bot knows"),
                        "thread_control",
                        Map.of("control_type", "pass", "app_id", botId)));
        assertThat(owner().at("/0/thread_owner/app_id").asString()).isEqualTo(botId);
    }

    private void makeDefault(String app) {
        simulator.request(
                "PUT",
                "/simulator/pages/" + TestSimulator.PAGE + "/default-app",
                "{\"app\":\"" + app + "\"}",
                "application/json");
    }

    private JsonNode owner() {
        return simulator
                .get(
                        "/me/thread_owner?recipient="
                                + TestSimulator.ADA
                                + "&access_token="
                                + TestSimulator.TOKEN)
                .json()
                .path("data");
    }

    private TestSimulator.Answer says(String token, String text) {
        var body =
                Map.of(
                        "recipient",
                        Map.of("id", TestSimulator.ADA),
                        "message",
                        Map.of("text", text));
        return simulator.post("/v26.0/me/messages?access_token=" + token, body);
    }

    private TestSimulator.Answer control(String token, String what, Map<String, String> more) {
        var fields = new HashMap<>(more);
        fields.put("recipient", TO_ADA);
        fields.put("access_token", token);
        return simulator.form("/v26.0/me/" + what + "_thread_control", fields);
    }
}
