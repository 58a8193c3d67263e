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
import tools.jackson.databind.JsonNode;

/// Request formats of clients in other languages. Meta accepts all of them.
@Story
class RequestFormatTests {
    private static final String TOKEN = "access_token=" + TestSimulator.TOKEN;
    private static final String FORM = "application/x-www-form-urlencoded";

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

    @Test
    void partsOfParametersCanBeInBracketsInUrlsAndForms() {
        var query =
                "recipient%5Bid%5D="
                        + TestSimulator.ADA
                        + "&message%5Btext%5D=In+the+address&"
                        + TOKEN;
        assertOk(simulator.request("POST", "/v26.0/me/messages?" + query, "", "text/plain"));
        var form = "recipient[id]=" + TestSimulator.ADA + "&message[text]=%5Bin%5D+a+form&" + TOKEN;
        assertOk(simulator.request("POST", "/v26.0/me/messages", form, FORM));
        var template =
                "recipient[id]="
                        + TestSimulator.ADA
                        + "&message[attachment][type]=template"
                        + "&message[attachment][payload][template_type]=button"
                        + "&message[attachment][payload][text]=Which?"
                        + "&message[attachment][payload][buttons][0][type]=postback"
                        + "&message[attachment][payload][buttons][0][title]=Tea"
                        + "&message[attachment][payload][buttons][0][payload]=TEA"
                        + "&message[attachment][payload][buttons][1][type]=postback"
                        + "&message[attachment][payload][buttons][1][title]=Cake"
                        + "&message[attachment][payload][buttons][1][payload]=CAKE&"
                        + TOKEN;
        assertOk(simulator.request("POST", "/v26.0/me/messages", template, FORM));

        assertThat(sentTexts()).startsWith("In the address", "[in] a form");
        var shown = simulator.thread("Ada Lin").at("/messages/3/attachments/0/payload/buttons");
        assertThat(shown.at("/1/payload").asString()).isEqualTo("CAKE");
    }

    @Test
    void partsOfParametersCanBeInBracketsInMultipart() {
        var parts =
                part("recipient[id]", TestSimulator.ADA)
                        + part("message[attachment][type]", "file")
                        + part("message[attachment][payload][is_reusable]", "true")
                        + """
                        --b\r
                        Content-Disposition: form-data; name="filedata"; filename="menu.txt"\r
                        Content-Type: text/plain\r
                        \r
                        Oolong\r
                        --b--\r
                        """;
        var answer =
                simulator.request(
                        "POST",
                        "/v26.0/me/messages?" + TOKEN,
                        parts,
                        "multipart/form-data; boundary=b");
        assertOk(answer);
        assertThat(answer.json().path("attachment_id").asString()).matches("\\d+");
    }

    @Test
    void listsCanBeInBrackets() {
        var subscribed = "subscribed_fields[]=messages&subscribed_fields[]=message_echoes&" + TOKEN;
        assertOk(
                simulator.request(
                        "POST", "/" + TestSimulator.PAGE + "/subscribed_apps", subscribed, FORM));
        assertThat(simulator.read("state").at("/pages/0/subscribedFields").size()).isEqualTo(2);

        var profile =
                simulator.get(
                        "/%s?fields%%5B0%%5D=id&fields%%5B1%%5D=name&%s"
                                .formatted(TestSimulator.ADA, TOKEN));
        assertThat(profile.json().path("name").asString()).isEqualTo("Ada Lin");
        assertThat(profile.json().has("first_name")).isFalse();

        assertOk(
                simulator.post(
                        "/me/messenger_profile?" + TOKEN, Map.of("greeting", List.of(greeting()))));
        assertOk(exchange("DELETE", "/me/messenger_profile?fields[]=greeting&" + TOKEN));
        assertThat(simulator.get("/me/messenger_profile?" + TOKEN).json().at("/data").size())
                .isZero();
    }

    @Test
    void aFormNeedsNoContentTypeAndATokenCanBeOAuth() {
        var body = "recipient={\"id\":\"" + TestSimulator.ADA + "\"}&message={\"text\":\"Bare\"}";
        assertOk(
                simulator.exchange(
                        HttpRequest.newBuilder(URI.create(simulator.base() + "/v26.0/me/messages"))
                                .header("Authorization", "OAuth " + TestSimulator.TOKEN)
                                .POST(BodyPublishers.ofString(body))));
        assertThat(sentTexts()).containsExactly("Bare");
    }

    @Test
    void trailingSlashesAreIgnored() {
        var body =
                Map.of(
                        "recipient",
                        Map.of("id", TestSimulator.ADA),
                        "message",
                        Map.of("text", "/"));
        assertOk(simulator.post("/v26.0/me/messages/?" + TOKEN, body));
        assertThat(name(simulator.get("/v26.0/" + TestSimulator.PAGE + "/?" + TOKEN)))
                .isEqualTo("Sunny Tea");
        assertThat(name(simulator.get("/me/?" + TOKEN))).isEqualTo("Sunny Tea");
        assertThat(simulator.get("/v26.0/me/conversations/?" + TOKEN).status()).isEqualTo(200);
    }

    @Test
    void senderActionsCanBeUpperCase() {
        var act =
                Map.of("recipient", Map.of("id", TestSimulator.ADA), "sender_action", "TYPING_ON");
        assertOk(simulator.send(act));
        assertThat(simulator.thread("Ada Lin").path("typing").asBoolean()).isTrue();
    }

    @Test
    void aProfileHasALocaleATimezoneAndAGender() {
        var ada =
                simulator
                        .get(
                                "/%s?fields=locale,timezone,gender&%s"
                                        .formatted(TestSimulator.ADA, TOKEN))
                        .json();
        assertThat(ada.path("locale").asString()).isEqualTo("en_US");
        assertThat(ada.path("timezone").isNumber()).isTrue();
        assertThat(ada.path("gender").asString()).isEqualTo("female");
    }

    @Test
    void severalNodesAreReadByTheirIds() {
        var both =
                "/v26.0/?ids=%s,%s&fields=name&%s"
                        .formatted(TestSimulator.ADA, TestSimulator.PAGE, TOKEN);
        var answer = simulator.get(both).json();
        assertThat(answer.path(TestSimulator.ADA).path("name").asString()).isEqualTo("Ada Lin");
        assertThat(answer.path(TestSimulator.PAGE).path("name").asString()).isEqualTo("Sunny Tea");
        assertThat(simulator.get(both.replace("/v26.0", "")).json()).isEqualTo(answer);
        assertThat(
                        simulator
                                .get("/?ids%%5B%%5D=%s&%s".formatted(TestSimulator.ADA, TOKEN))
                                .json()
                                .size())
                .isEqualTo(1);

        assertThat(code(simulator.get("/?ids=%s,1&%s".formatted(TestSimulator.ADA, TOKEN))))
                .isEqualTo(100);
        assertThat(code(simulator.get("/?ids=%s,nobody&%s".formatted(TestSimulator.ADA, TOKEN))))
                .isEqualTo(803);
        assertThat(code(simulator.get("/?ids=&" + TOKEN))).isEqualTo(2500);
        assertThat(
                        simulator
                                .get("/?ids=" + manyIds() + "&" + TOKEN)
                                .error()
                                .path("message")
                                .asString())
                .startsWith("(#100) Too many IDs. Maximum: 50.");
    }

    @Test
    void theMethodCanBeInAParameter() {
        assertOk(simulator.post("/me/personas?" + TOKEN, persona()));
        var id = simulator.get("/me/personas?" + TOKEN).json().at("/data/0/id").asString();
        assertOk(
                simulator.form(
                        "/" + id, Map.of("method", "delete", "access_token", TestSimulator.TOKEN)));
        assertThat(simulator.get("/me/personas?" + TOKEN).json().path("data").size()).isZero();
        assertOk(
                simulator.get(
                        "/me/personas?method=post&name=Mei&profile_picture_url=https://a/b&"
                                + TOKEN));
    }

    @Test
    void oldVersionsAreServedAndFutureOnesAreRefused() {
        for (var version : List.of("", "/v2.6", "/v3.2", "/v11.0", "/v25.0", "/v26.0")) {
            assertThat(name(simulator.get(version + "/me?" + TOKEN))).isEqualTo("Sunny Tea");
        }
        assertThat(code(simulator.get("/v99.0/me?" + TOKEN))).isEqualTo(2500);
    }

    private String manyIds() {
        var ids = new StringBuilder();
        for (var id = 1000; id < 1060; id++) {
            ids.append(id).append(',');
        }
        return ids + "1";
    }

    private static Map<String, Object> greeting() {
        return Map.of("locale", "default", "text", "Hello");
    }

    private static Map<String, Object> persona() {
        return Map.of("name", "Lin", "profile_picture_url", "https://example.com/a.png");
    }

    private static String part(String name, String value) {
        return "--b\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
                .formatted(name, value);
    }

    private TestSimulator.Answer exchange(String method, String path) {
        var encoded = path.replace("[", "%5B").replace("]", "%5D");
        return simulator.request(method, encoded, "", FORM);
    }

    private static void assertOk(TestSimulator.Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }

    private static String name(TestSimulator.Answer answer) {
        return answer.json().path("name").asString(answer.body());
    }

    private static int code(TestSimulator.Answer answer) {
        return answer.error().path("code").asInt(0);
    }

    private List<String> sentTexts() {
        return simulator
                .read("sends")
                .valueStream()
                .map((JsonNode sent) -> sent.path("text").asString(""))
                .toList();
    }
}
