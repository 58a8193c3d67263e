package dev.parley.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@Story
class SendingTests {
    @LocalServerPort int port;
    private TestSimulator simulator;

    @BeforeEach
    void adaHasWritten() throws IOException {
        simulator = new TestSimulator(port);
        simulator.writes("Ada Lin", "Are you open?");
        simulator.connect();
    }

    @AfterEach
    void close() {
        simulator.close();
    }

    @Test
    void aSentMessageIsEchoedAndDelivered() {
        var answer =
                simulator.send(
                        Map.of(
                                "recipient", Map.of("id", TestSimulator.ADA),
                                "messaging_type", "RESPONSE",
                                "message", Map.of("text", "Until six.", "metadata", "our-42")));

        var mid = answer.json().path("message_id").asString();
        assertThat(answer.json().path("recipient_id").asString()).isEqualTo(TestSimulator.ADA);
        assertThat(mid).matches("m_[A-Za-z0-9_-]{88}");
        var events = simulator.app.awaitEvents(2);
        var echo = events.getFirst();
        assertThat(echo.at("/sender/id").asString()).isEqualTo(TestSimulator.PAGE);
        assertThat(echo.at("/recipient/id").asString()).isEqualTo(TestSimulator.ADA);
        assertThat(echo.at("/message/mid").asString()).isEqualTo(mid);
        assertThat(echo.at("/message/is_echo").asBoolean()).isTrue();
        assertThat(echo.at("/message/app_id").asString()).isEqualTo(TestSimulator.APP);
        assertThat(echo.at("/message/metadata").asString()).isEqualTo("our-42");
        assertThat(events.get(1).at("/delivery/mids/0").asString()).isEqualTo(mid);
        assertThat(simulator.thread("Ada Lin").at("/messages/1/state").asString())
                .isEqualTo("delivered");
    }

    @Test
    void aFormAndABearerTokenAreAccepted() {
        var fields =
                Map.of(
                        "recipient",
                        "{\"id\":\"" + TestSimulator.ADA + "\"}",
                        "message",
                        "{\"text\":\"By form\"}",
                        "access_token",
                        TestSimulator.TOKEN);
        assertThat(simulator.form("/" + TestSimulator.PAGE + "/messages", fields).status())
                .isEqualTo(200);

        var body =
                "{\"recipient\":{\"id\":\""
                        + TestSimulator.ADA
                        + "\"},\"message\":{\"text\":\"By JSON\"}}";
        var request =
                HttpRequest.newBuilder(URI.create(simulator.base() + "/v25.0/me/messages"))
                        .header("Authorization", "Bearer " + TestSimulator.TOKEN)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body));
        var answer = simulator.exchange(request);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.headers()).containsEntry("facebook-api-version", "v25.0");
        assertThat(answer.headers()).containsKey("x-business-use-case-usage");
        assertThat(sentTexts()).containsExactly("By form", "By JSON");
    }

    @Test
    void anUploadIsServedToThePerson() {
        var parts =
                """
                --b\r
                Content-Disposition: form-data; name="recipient"\r
                \r
                {"id":"%s"}\r
                --b\r
                Content-Disposition: form-data; name="message"\r
                \r
                {"attachment":{"type":"file","payload":{"is_reusable":true}}}\r
                --b\r
                Content-Disposition: form-data; name="filedata"; filename="menu.txt"\r
                Content-Type: text/plain\r
                \r
                Oolong\r
                --b--\r
                """
                        .formatted(TestSimulator.ADA);
        var answer =
                simulator.request(
                        "POST",
                        "/v26.0/me/messages?access_token=" + TestSimulator.TOKEN,
                        parts,
                        "multipart/form-data; boundary=b");

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        var attachment = simulator.thread("Ada Lin").at("/messages/1/attachments/0");
        var url = attachment.path("url").asString();
        assertThat(url).endsWith("/menu.txt");
        assertThat(simulator.get(url.substring(simulator.base().length())).body())
                .isEqualTo("Oolong");

        var again =
                Map.<String, Object>of(
                        "type",
                        "file",
                        "payload",
                        Map.of("attachment_id", answer.json().path("attachment_id").asString()));
        assertThat(attach(again).status()).isEqualTo(200);
    }

    @Test
    void anAttachmentByUrlIsDownloadedFirst() {
        var there = Map.of("url", simulator.base() + "/files/people/1.png");
        assertThat(attach(Map.of("type", "image", "payload", there)).status()).isEqualTo(200);

        var gone = Map.of("url", simulator.base() + "/files/nothing.png");
        var refused = attach(Map.of("type", "image", "payload", gone));
        assertThat(refused.error().path("error_subcode").asInt()).isEqualTo(2018008);
    }

    @Test
    void typingShowsUntilTheNextMessage() {
        act("typing_on");
        assertThat(simulator.thread("Ada Lin").path("typing").asBoolean()).isTrue();
        simulator.says(TestSimulator.ADA, "Yes");
        assertThat(simulator.thread("Ada Lin").path("typing").asBoolean()).isFalse();

        act("typing_on");
        simulator.setClock(Map.of("advance", "PT21S"));
        assertThat(simulator.thread("Ada Lin").path("typing").asBoolean()).isFalse();
    }

    @Test
    void messagesAreShownAsSeenAfterMarkSeen() {
        assertThat(simulator.thread("Ada Lin").at("/messages/0/state").asString())
                .isEqualTo("sent");
        act("mark_seen");
        assertThat(simulator.thread("Ada Lin").at("/messages/0/state").asString())
                .isEqualTo("seen");
    }

    @Test
    void aConnectionCutAfterAcceptanceLeavesOneMessage() {
        simulator.faults(Map.of("sends", List.of(Map.of("cut", "before"), Map.of("cut", "after"))));

        assertThat(simulator.says(TestSimulator.ADA, "lost").status()).isZero();
        assertThat(simulator.says(TestSimulator.ADA, "arrived all the same").status()).isZero();

        assertThat(sentTexts()).containsExactly("arrived all the same");
        assertThat(simulator.app.awaitEvents(2).getFirst().at("/message/text").asString())
                .isEqualTo("arrived all the same");
        assertThat(simulator.says(TestSimulator.ADA, "well again").status()).isEqualTo(200);
    }

    @Test
    void aRefusalAppliesToTheGivenNumberOfSends() {
        var error = Map.of("code", 613, "message", "(#613) Calls to this api have exceeded");
        simulator.faults(Map.of("sends", Map.of("next", 2, "error", error)));

        assertThat(simulator.says(TestSimulator.ADA, "one").error().path("code").asInt())
                .isEqualTo(613);
        act("typing_on");
        assertThat(simulator.says(TestSimulator.ADA, "two").error().path("code").asInt())
                .isEqualTo(613);
        assertThat(simulator.says(TestSimulator.ADA, "three").status()).isEqualTo(200);
    }

    @Test
    void aResponseCanBeInAnotherFormat() {
        simulator.faults(Map.of("sends", Map.of("next", 1, "status", 502, "html", true)));
        var answer = simulator.says(TestSimulator.ADA, "hello");
        assertThat(answer.status()).isEqualTo(502);
        assertThat(answer.body()).startsWith("<!DOCTYPE html>");
    }

    private TestSimulator.Answer attach(Map<String, Object> attachment) {
        return simulator.send(
                Map.of(
                        "recipient", Map.of("id", TestSimulator.ADA),
                        "message", Map.of("attachment", attachment)));
    }

    private void act(String action) {
        var answer =
                simulator.send(
                        Map.of(
                                "recipient",
                                Map.of("id", TestSimulator.ADA),
                                "sender_action",
                                action));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }

    private List<String> sentTexts() {
        return simulator
                .read("sends")
                .valueStream()
                .map(sent -> sent.path("text").asString(""))
                .toList();
    }
}
