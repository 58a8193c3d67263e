package dev.parley.simulator;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/// Meta's limits for each part of a message.
@Story
class SendLimitTests {
    private static final String POSTBACK =
            "{\"type\":\"postback\",\"title\":\"Go\",\"payload\":\"GO\"}";

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
                    {"template_type":"x"}                                                   | must be one of {button, coupon
                    {"template_type":"button","text":"?"}                                   | [buttons] must have between 1 and 3
                    {"template_type":"button","buttons":[{}]}                               | [text] is required
                    {"template_type":"button","text":"?","buttons":[{"type":"web_url","title":"Go"}]} | [buttons][0][url] is required
                    {"template_type":"button","text":"?","buttons":[{"type":"postback","title":"more than twenty letters","payload":"x"}]} | [buttons][0][title] must be less than or equal to 20
                    {"template_type":"generic","elements":[]}                               | [elements] must have between 1 and 10
                    {"template_type":"generic","elements":[{"subtitle":"x"}]}               | [elements][0][title] is required
                    {"template_type":"media","elements":[{"media_type":"image"}]}           | must have either attachment_id or url
                    {"template_type":"receipt","recipient_name":"Ada"}                      | [order_number] is required
                    {"template_type":"customer_feedback","title":"?","button_title":"Rate"} | [feedback_screens] must have between 1 and 1
                    {"template_type":"image_grid","elements":[{}]}                          | [elements] must have between 2 and 6
                    """)
    void aTemplateIsRefused(String payload, String because) {
        var answer = send("{\"attachment\":{\"type\":\"template\",\"payload\":%s}}", payload);
        assertThat(answer.error().path("code").asInt()).isEqualTo(100);
        assertThat(answer.error().path("message").asString()).contains(because);
    }

    @Test
    void threeButtonsPassAndAFourthDoesNot() {
        var template = "{\"template_type\":\"button\",\"text\":\"?\",\"buttons\":[%s]}";
        var wrapped = "{\"attachment\":{\"type\":\"template\",\"payload\":%s}}";
        assertThat(send(wrapped, template.formatted(times(3, POSTBACK))).status()).isEqualTo(200);
        assertThat(send(wrapped, template.formatted(times(4, POSTBACK))).status()).isEqualTo(400);
    }

    @Test
    void thirteenQuickRepliesPassAndAFourteenthDoesNot() {
        var reply = "{\"content_type\":\"text\",\"title\":\"Yes\",\"payload\":\"Y\"}";
        var message = "{\"text\":\"?\",\"quick_replies\":[%s]}";
        assertThat(send(message, times(13, reply)).status()).isEqualTo(200);
        assertThat(send(message, times(14, reply)).status()).isEqualTo(400);
        assertThat(send(message, reply.replace("text\"", "location\"")).status()).isEqualTo(400);
        assertThat(send(message, reply.replace("\"Y\"", "\"" + "y".repeat(1001) + "\"")).status())
                .isEqualTo(400);
    }

    @Test
    void theTitleOfAQuickReplyIsTruncated() {
        var reply =
                "{\"content_type\":\"text\",\"title\":\"a title of more than twenty\",\"payload\":\"Y\"}";
        send("{\"text\":\"?\",\"quick_replies\":[%s]}", reply);
        assertThat(simulator.thread("Ada Lin").at("/messages/1/quickReplies/0/title").asString())
                .isEqualTo("a title of more than");
    }

    @Test
    void audioAndVideoHaveTheirOwnLimit() {
        simulator.limits(Map.of("media", 0));
        var audio =
                send(
                        "{\"attachment\":{\"type\":\"audio\",\"payload\":{\"url\":\"%s\"}}}",
                        simulator.base() + "/icon.svg");
        assertThat(audio.error().path("code").asInt()).isEqualTo(613);
        assertThat(simulator.says(TestSimulator.ADA, "still").status()).isEqualTo(200);
    }

    @Test
    void theFeedbackTagRequiresItsTemplate() {
        simulator.setClock(Map.of("advance", "P3D"));
        var text =
                simulator.send(
                        Map.of(
                                "recipient",
                                Map.of("id", TestSimulator.ADA),
                                "messaging_type",
                                "MESSAGE_TAG",
                                "tag",
                                "CUSTOMER_FEEDBACK",
                                "message",
                                Map.of("text", "How was it?")));
        assertThat(text.error().path("error_subcode").asInt()).isEqualTo(2018032);
    }

    @Test
    void anUnknownNotificationTypeIsRefused() {
        var answer =
                simulator.send(
                        Map.of(
                                "recipient",
                                Map.of("id", TestSimulator.ADA),
                                "notification_type",
                                "LOUD",
                                "message",
                                Map.of("text", "x")));
        assertThat(answer.error().path("message").asString()).contains("notification_type");
    }

    private TestSimulator.Answer send(String message, String part) {
        var body =
                "{\"recipient\":{\"id\":\"%s\"},\"message\":%s}"
                        .formatted(TestSimulator.ADA, message.formatted(part));
        return simulator.request(
                "POST",
                "/v26.0/me/messages?access_token=" + TestSimulator.TOKEN,
                body,
                "application/json");
    }

    private static String times(int many, String one) {
        return IntStream.range(0, many).mapToObj(_ -> one).collect(joining(","));
    }
}
