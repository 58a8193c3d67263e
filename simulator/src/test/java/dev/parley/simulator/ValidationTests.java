package dev.parley.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/// The simulator refuses what Meta refuses; otherwise apps would fail only in production.
@Story
class ValidationTests {
    private static final String TOKEN = "access_token=" + TestSimulator.TOKEN;
    private static final String PNG = "\u0089PNG\r\n\u001a\n0000";

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
                    {"sticker_id":369239263222822}                   | 0       | (#100) Invalid keys "sticker_id" were found in param "message".
                    {"text":"x","preview":"y"}                       | 0       | (#100) Invalid keys "preview" were found in param "message".
                    {"text":"x","reply_to":{"mid":"m_1"}}            | 0       | (#100) Invalid keys "reply_to" were found in param "message".
                    {"text":"x","quick_replies":{}}                  | 0       | (#100) Param message[quick_replies] must be an array
                    {"text":"x","quick_replies":{"a":{}}}            | 0       | (#100) Param message[quick_replies] must be an array
                    {"text":"x","quick_replies":"Yes"}               | 0       | (#100) Param message[quick_replies] must be an array
                    {"text":"x","quick_replies":[]}                  | 0       | (#100) Param message[quick_replies] must have between 1 and 13 elements
                    {"text":"x","quick_replies":["Yes"]}             | 0       | (#100) Param message[quick_replies][0] must be an object
                    {"text":"x","quick_replies":[{"content_type":"location"}]} | 0 | (#100) Param message[quick_replies][0][content_type] must be one of {text, user_email, user_phone_number}
                    {"text":{"a":1}}                                 | 0       | (#100) Param message[text] must be a string
                    {"text":["a"]}                                   | 0       | (#100) Param message[text] must be a string
                    {"text":"x","metadata":{}}                       | 0       | (#100) Param message[metadata] must be a string
                    {"text":""}                                      | 2018034 | (#100) Message cannot be empty, must provide valid attachment or text
                    {"text":"   "}                                   | 2018034 | (#100) Message cannot be empty, must provide valid attachment or text
                    {"text":null}                                    | 2018034 | (#100) Message cannot be empty, must provide valid attachment or text
                    {"attachment":"x"}                               | 0       | (#100) Param message[attachment] must be an object
                    {"attachment":[]}                                | 0       | (#100) Param message[attachment] must be an object
                    {"attachment":{"type":"image","payload":"x"}}    | 0       | (#100) Param message[attachment][payload] must be an object
                    {"attachment":{"type":"image","payload":{}}}     | 2018032 | (#100) Invalid message data
                    {"attachment":{"type":"image"}}                  | 2018032 | (#100) Invalid message data
                    {"attachment":{"type":"image","payload":{"url":"https://a/b","attachment_id":"1"}}} | 2018032 | (#100) Invalid message data
                    {"attachment":{"type":"image","payload":{"url":7}}} | 0    | (#100) 7 should represent a valid URL
                    {"attachment":{"type":"image","payload":{"url":"ftp://a/b"}}} | 0 | (#100) ftp://a/b should represent a valid URL
                    {"attachment":{"type":"image","payload":{"attachment_id":"1"}}} | 2018074 | (#100) Invalid attachment id: it is not owned by this page
                    {"text":"x","attachment":{"type":"image","payload":{"url":"https://a/b"}}} | 2018032 | (#100) Invalid message data
                    """)
    void aMessageMustBeWellFormed(String message, int subcode, String text) {
        assertRefused(
                send("{\"recipient\":{\"id\":\"%s\"},\"message\":%s}", message), subcode, text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {"template_type":"button","text":"x","buttons":{}}     | (#100) Param message[attachment][payload][buttons] must be an array
                    {"template_type":"button","text":"x","buttons":{"a":1}} | (#100) Param message[attachment][payload][buttons] must be an array
                    {"template_type":"button","text":"x","buttons":[1]}    | (#100) Param message[attachment][payload][buttons][0] must be an object
                    {"template_type":"generic","elements":{"a":{}}}        | (#100) Param message[attachment][payload][elements] must be an array
                    {"template_type":"generic","elements":[[]]}            | (#100) Param message[attachment][payload][elements][0] must be an object
                    {"template_type":"receipt","elements":"x"}             | (#100) The parameter message[attachment][payload][recipient_name] is required
                    {"template_type":"media","elements":[{"media_type":"image","url":"https://example.com/a.png"}]}     | (#100) A media template takes an attachment_id, or the URL of a photo or video on facebook.com
                    {"template_type":"media","elements":[{"media_type":"image","url":"https://facebook.com.example.com/a"}]} | (#100) A media template takes an attachment_id, or the URL of a photo or video on facebook.com
                    {"template_type":"media","elements":[{"media_type":"image","attachment_id":"1"}]} | (#100) Invalid attachment id: it is not owned by this page
                    {"template_type":["button"]}                           | (#100) Param message[attachment][payload][template_type] must be one of {button, coupon, customer_feedback, customer_information, generic, image_grid, instant_form, media, product, receipt}
                    """)
    void aTemplateMustBeWellFormed(String payload, String text) {
        var answer =
                send(
                        "{\"recipient\":{\"id\":\"%s\"},\"message\":{\"attachment\":"
                                + "{\"type\":\"template\",\"payload\":%s}}}",
                        payload);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(message(answer)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    "message":"x"                                      | 0       | (#100) Param message must be an object
                    "message":["x"]                                    | 0       | (#100) Param message must be an object
                    "message":{"text":"x"},"messaging_type":"REPLY"    | 0       | (#100) Param messaging_type must be one of
                    "message":{"text":"x"},"messaging_type":"UTILITY"  | 0       | (#100) The parameter message[template] is required
                    "message":{"text":"x"},"messaging_type":"MESSAGE_TAG" | 0    | (#100) The parameter tag is required
                    "message":{"text":"x"},"messaging_type":"MESSAGE_TAG","tag":"SHIPPING_UPDATE" | 0 | (#100) Param tag must be one of
                    "message":{"text":"x"},"messaging_type":"MESSAGE_TAG","tag":"CUSTOMER_FEEDBACK" | 2018032 | (#100) Invalid message data
                    "message":{"text":"x"},"notification_type":"LOUD"  | 0       | (#100) Param notification_type must be one of
                    "sender_action":"dance"                            | 0       | (#100) Param sender_action must be one of
                    "sender_action":"react"                            | 2018048 | (#100) Sender action failed
                    "sender_action":"react","payload":{"message_id":"m_none","reaction":"love"} | 2018048 | (#100) Sender action failed
                    "message":{"text":"x"},"persona_id":"7"            | 33      | Unsupported post request. Object with ID '7' does not exist
                    """)
    void aSendMustBeWellFormed(String rest, int subcode, String text) {
        var answer = send("{\"recipient\":{\"id\":\"%s\"},%s}", rest);
        assertThat(answer.error().path("error_subcode").asInt(0)).isEqualTo(subcode);
        assertThat(message(answer)).startsWith(text);
    }

    @Test
    void aRecipientHasNoOtherKeys() {
        var answer =
                send(
                        "{\"recipient\":{\"id\":\"%s\",\"psid\":\"1\"},\"message\":%s}",
                        "{\"text\":\"x\"}");
        assertThat(message(answer))
                .isEqualTo("(#100) Invalid keys \"psid\" were found in param \"recipient\".");
    }

    @Test
    void aPageReactsToMessagesOfThatThreadOnly() {
        var bens = simulator.writes("Ben Wu", "Hi").path("mid").asString();
        var answer =
                send(
                        "{\"recipient\":{\"id\":\"%s\"},\"sender_action\":\"react\",\"payload\":"
                                + "{\"message_id\":\"%s\",\"reaction\":\"love\"}}",
                        bens);
        assertThat(answer.error().path("error_subcode").asInt(0)).isEqualTo(2018048);
    }

    @Test
    void numbersAreAcceptedAsTexts() {
        assertThat(send("{\"recipient\":{\"id\":%s},\"message\":%s}", "{\"text\":42}").status())
                .isEqualTo(200);
        assertThat(simulator.read("sends").at("/0/text").asString()).isEqualTo("42");
    }

    @Test
    void aFileMustMatchItsType() {
        assertThat(upload("video", "image/png", PNG)).isEqualTo(2018047);
        assertThat(upload("video", "video/mp4", PNG)).isEqualTo(2018047);
        assertThat(upload("image", "image/png", "%PDF-1.7")).isEqualTo(2018047);
        assertThat(upload("audio", "video/mp4", "0000ftypisom")).isEqualTo(2018047);
        assertThat(upload("image", "image/png", PNG)).isZero();
        assertThat(upload("audio", "audio/mp4", "0000ftypisom")).isZero();
        assertThat(upload("file", "image/png", PNG)).isZero();
    }

    @Test
    void attachmentsToStoreAreCheckedToo() {
        assertThat(storing("{\"type\":\"image\",\"payload\":{\"url\":\":nowhere\"}}"))
                .isEqualTo("(#100) :nowhere should represent a valid URL");
        assertThat(storing("{\"type\":\"template\",\"payload\":{\"template_type\":\"button\"}}"))
                .startsWith("(#100) Param message[attachment][type] is not supported.");
        assertThat(storing("{\"type\":\"image\",\"payload\":[]}"))
                .isEqualTo("(#100) Param message[attachment][payload] must be an object");
    }

    @Test
    void aMediaTemplateRequiresAnUploadOfItsType() {
        var there = simulator.base() + "/files/people/1.png";
        var id =
                simulator
                        .post(
                                "/me/message_attachments?" + TOKEN,
                                Map.of(
                                        "message",
                                        Map.of(
                                                "attachment",
                                                Map.of(
                                                        "type",
                                                        "image",
                                                        "payload",
                                                        Map.of("url", there)))))
                        .json()
                        .path("attachment_id")
                        .asString();
        assertThat(media("image", "\"attachment_id\":\"" + id + "\"").status()).isEqualTo(200);
        assertThat(media("video", "\"attachment_id\":\"" + id + "\"").status()).isEqualTo(400);
        assertThat(media("video", "\"url\":\"https://www.facebook.com/tea/videos/1/\"").status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    /me?fields=nonsense                              | (#100) Tried accessing nonexisting field (nonsense) on node type (Page)
                    /24101000000007919?fields=name,shoe_size         | (#100) Tried accessing nonexisting field (shoe_size) on node type (User)
                    /me/conversations?fields=id,mood                 | (#100) Tried accessing nonexisting field (mood) on node type (UnifiedThread)
                    /me/conversations?fields=messages%7Bid,smell%7D  | (#100) Tried accessing nonexisting field (smell) on node type (UnifiedMessage)
                    /me/personas?fields=age                          | (#100) Tried accessing nonexisting field (age) on node type (Persona)
                    /me/custom_labels?fields=colour                  | (#100) Tried accessing nonexisting field (colour) on node type (PageLabel)
                    /me/subscribed_apps?fields=mood                  | (#100) Tried accessing nonexisting field (mood) on node type (Application)
                    /me?fields=id%7Bname                             | Syntax error at character 7: id{name
                    /me?fields=id%7D                                 | Syntax error at character 2: id}
                    """)
    void onlyExistingFieldsCanBeRequested(String path, String text) {
        var answer = simulator.get(path + "&" + TOKEN);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(message(answer)).isEqualTo(text);
    }

    @Test
    void emptyFieldsAreOmitted() {
        var page = simulator.get("/me?fields=id,name,about,fan_count&" + TOKEN);
        assertThat(page.json().propertyNames()).containsExactlyInAnyOrder("id", "name");
    }

    @Test
    void onlyExistingFieldsCanBeSubscribedTo() {
        var page =
                simulator.form(
                        "/me/subscribed_apps",
                        Map.of(
                                "subscribed_fields",
                                "messages,gossip",
                                "access_token",
                                TestSimulator.TOKEN));
        assertThat(message(page)).startsWith("(#100) Param subscribed_fields[1] must be one of {");
        assertThat(message(page)).endsWith("- got \"gossip\".");
        var registration = new HashMap<>(simulator.registration());
        registration.put("fields", "gossip");
        var app = simulator.form("/" + TestSimulator.APP + "/subscriptions", registration);
        assertThat(message(app)).startsWith("(#100) Param fields[0] must be one of {");
        assertThat(message(simulator.get("/me/messenger_profile?fields=hat&" + TOKEN)))
                .startsWith("(#100) Param fields[0] must be one of {");
    }

    private int upload(String kind, String declared, String bytes) {
        var parts =
                "--b\r\nContent-Disposition: form-data; name=\"recipient\"\r\n\r\n{\"id\":\""
                        + TestSimulator.ADA
                        + "\"}\r\n--b\r\nContent-Disposition: form-data; name=\"message\"\r\n\r\n"
                        + "{\"attachment\":{\"type\":\""
                        + kind
                        + "\",\"payload\":{}}}\r\n--b\r\n"
                        + "Content-Disposition: form-data; name=\"filedata\"; filename=\"a\"\r\n"
                        + "Content-Type: "
                        + declared
                        + "\r\n\r\n"
                        + bytes
                        + "\r\n--b--\r\n";
        return simulator
                .bytes("/me/messages?" + TOKEN, parts, "multipart/form-data; boundary=b")
                .error()
                .path("error_subcode")
                .asInt(0);
    }

    private String storing(String attachment) {
        return message(
                simulator.request(
                        "POST",
                        "/me/message_attachments?" + TOKEN,
                        "{\"message\":{\"attachment\":" + attachment + "}}",
                        "application/json"));
    }

    private TestSimulator.Answer media(String type, String rest) {
        return send(
                "{\"recipient\":{\"id\":\"%s\"},\"message\":{\"attachment\":{\"type\":\"template\","
                        + "\"payload\":{\"template_type\":\"media\",\"elements\":[{\"media_type\":\""
                        + type
                        + "\",%s}]}}}}",
                rest);
    }

    private TestSimulator.Answer send(String form, String rest) {
        return simulator.request(
                "POST",
                "/me/messages?" + TOKEN,
                form.formatted(TestSimulator.ADA, rest),
                "application/json");
    }

    private static void assertRefused(TestSimulator.Answer answer, int subcode, String text) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        assertThat(answer.error().path("code").asInt()).isEqualTo(100);
        assertThat(message(answer)).isEqualTo(text);
        assertThat(answer.error().path("error_subcode").asInt(0)).isEqualTo(subcode);
    }

    private static String message(TestSimulator.Answer answer) {
        return answer.error().path("message").asString("");
    }
}
