package dev.parley.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/// Objects of a page: comments, personas, labels, attachments, and its Messenger profile.
@Story
class PageTests {
    private static final String AS_PAGE = "?access_token=" + TestSimulator.TOKEN;

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
    void aCommentIsAnsweredInPrivateOnceAndWithinAWeek() {
        simulator.connect();
        var comment = comment();
        assertThat(simulator.app.awaitEvents(1)).hasSize(1);
        var change = simulator.app.posts().getFirst().json().at("/entry/0/changes/0");
        assertThat(change.path("field").asString()).isEqualTo("feed");
        assertThat(change.at("/value/comment_id").asString()).isEqualTo(comment);

        var answer = reply(comment);
        assertThat(answer.json().path("recipient_id").asString()).isEqualTo(TestSimulator.ADA);
        assertThat(reply(comment).error().path("code").asInt()).isEqualTo(10900);
        var late = comment();
        simulator.setClock(Map.of("advance", "P8D"));
        assertThat(reply(late).error().path("error_subcode").asInt()).isEqualTo(2018278);
        assertThat(reply("1_2").error().path("error_subcode").asInt()).isEqualTo(2018001);
    }

    @Test
    void aPersonaIsShownToThePerson() {
        simulator.writes("Ada Lin", "Hi");
        var persona =
                Map.of("name", "Grace", "profile_picture_url", "https://example.com/grace.png");
        var id = simulator.post("/me/personas" + AS_PAGE, persona).json().path("id").asString();
        var sent =
                simulator.send(
                        Map.of(
                                "recipient",
                                Map.of("id", TestSimulator.ADA),
                                "message",
                                Map.of("text", "Grace here"),
                                "persona_id",
                                id));
        assertThat(sent.status()).isEqualTo(200);
        assertThat(simulator.thread("Ada Lin").at("/messages/1/persona").asString())
                .isEqualTo("Grace");
        assertThat(simulator.get("/" + id + AS_PAGE).json().path("name").asString())
                .isEqualTo("Grace");

        simulator.request("DELETE", "/" + id + AS_PAGE, "", "application/json");
        assertThat(simulator.get("/me/personas" + AS_PAGE).json().path("data").size()).isZero();
        assertThat(simulator.thread("Ada Lin").at("/messages/1/persona").asString())
                .isEqualTo("Grace");
    }

    @Test
    void anAssignedLabelIsSentToTheApp() {
        simulator.connect();
        var label =
                simulator
                        .post("/me/custom_labels" + AS_PAGE, Map.of("page_label_name", "VIP"))
                        .json()
                        .path("id")
                        .asString();
        simulator.post("/" + label + "/label" + AS_PAGE, Map.of("user", TestSimulator.ADA));
        simulator.app.awaitEvents(1);
        var value = simulator.app.posts().getFirst().json().at("/entry/0/changes/0/value");
        assertThat(value.path("action").asString()).isEqualTo("add");
        assertThat(value.at("/label/page_label_name").asString()).isEqualTo("VIP");
        var ofAda = simulator.get("/" + TestSimulator.ADA + "/custom_labels" + AS_PAGE).json();
        assertThat(ofAda.at("/data/0/id").asString()).isEqualTo(label);
    }

    @Test
    void anUploadCanBeReusedForNinetyDaysOnItsPageWithItsType() {
        simulator.writes("Ada Lin", "Hi");
        var message =
                Map.of(
                        "attachment",
                        Map.of(
                                "type",
                                "image",
                                "payload",
                                Map.of(
                                        "is_reusable",
                                        true,
                                        "url",
                                        simulator.base() + "/files/stickers/1.png")));
        var id =
                simulator
                        .post("/me/message_attachments" + AS_PAGE, Map.of("message", message))
                        .json()
                        .path("attachment_id")
                        .asString();

        assertThat(sendStored("image", id).status()).isEqualTo(200);
        assertThat(subcode(sendStored("video", id))).isEqualTo(2018074);
        simulator.setClock(Map.of("advance", "P91D"));
        simulator.writes("Ada Lin", "Still there?");
        assertThat(subcode(sendStored("image", id))).isEqualTo(2018074);
    }

    @Test
    void aMenuRequiresGetStarted() {
        var menu =
                Map.of(
                        "persistent_menu",
                        List.of(
                                Map.of(
                                        "locale",
                                        "default",
                                        "call_to_actions",
                                        List.of(
                                                Map.of(
                                                        "type",
                                                        "postback",
                                                        "title",
                                                        "Menu",
                                                        "payload",
                                                        "M")))));
        var path = "/me/messenger_profile" + AS_PAGE;
        assertThat(simulator.post(path, menu).status()).isEqualTo(400);
        simulator.post(path, Map.of("get_started", Map.of("payload", "START")));
        assertThat(simulator.post(path, menu).json().path("result").asString())
                .isEqualTo("success");

        var set = simulator.get(path + "&fields=get_started,greeting").json().path("data");
        assertThat(set.at("/0/get_started/payload").asString()).isEqualTo("START");
        assertThat(set.at("/0").has("persistent_menu")).isFalse();
        assertThat(simulator.read("state").at("/pages/0/messengerProfile").has("persistent_menu"))
                .isTrue();
        var greeting = Map.of("greeting", List.of(Map.of("locale", "zh_TW", "text", "嗨")));
        assertThat(simulator.post(path, greeting).error().path("message").asString())
                .contains("default locale");
    }

    @Test
    void aBatchContainsSeveralCalls() {
        simulator.writes("Ada Lin", "Hi");
        var parts =
                List.of(
                        Map.of("method", "GET", "relative_url", TestSimulator.ADA),
                        Map.of("method", "GET", "relative_url", "me/nonsense"));
        var answers =
                simulator
                        .post("/v25.0/" + AS_PAGE, Map.of("batch", parts))
                        .json()
                        .valueStream()
                        .toList();
        assertThat(answers.getFirst().path("code").asInt()).isEqualTo(200);
        assertThat(answers.getFirst().path("body").asString()).contains("\"first_name\":\"Ada\"");
        assertThat(answers.getFirst().path("headers").toString()).contains("v25.0");
        assertThat(answers.get(1).path("code").asInt()).isEqualTo(400);

        var tooMany = Collections.nCopies(51, parts.getFirst());
        assertThat(simulator.post("/" + AS_PAGE, Map.of("batch", tooMany)).status()).isEqualTo(400);
    }

    @Test
    void aRetiredVersionIsServedByTheOldestAvailableOne() {
        assertThat(version("/v6.0/me" + AS_PAGE)).isEqualTo("v21.0");
        assertThat(version("/v23.0/me" + AS_PAGE)).isEqualTo("v23.0");
        assertThat(version("/me" + AS_PAGE)).isEqualTo("v26.0");
        simulator.setClock(Map.of("at", "2027-06-01T00:00:00Z"));
        assertThat(version("/v6.0/me" + AS_PAGE)).isEqualTo("v23.0");
    }

    private String version(String path) {
        return String.valueOf(simulator.get(path).headers().get("facebook-api-version"));
    }

    private String comment() {
        var request =
                Map.of(
                        "person",
                        "Ada Lin",
                        "page",
                        TestSimulator.PAGE,
                        "text",
                        "How much?",
                        "post",
                        "1_9");
        return simulator.act("comments", request).path("id").asString();
    }

    private TestSimulator.Answer reply(String comment) {
        return simulator.send(
                Map.of(
                        "recipient",
                        Map.of("comment_id", comment),
                        "message",
                        Map.of("text", "We wrote to you")));
    }

    private TestSimulator.Answer sendStored(String type, String id) {
        var attachment = Map.of("type", type, "payload", Map.of("attachment_id", id));
        return simulator.send(
                Map.of(
                        "recipient",
                        Map.of("id", TestSimulator.ADA),
                        "message",
                        Map.of("attachment", attachment)));
    }

    private static int subcode(TestSimulator.Answer answer) {
        return answer.error().path("error_subcode").asInt();
    }
}
