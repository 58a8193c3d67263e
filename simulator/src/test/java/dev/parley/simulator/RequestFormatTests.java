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
    private static final String TOKEN = "access_token=" + Town.TOKEN;
    private static final String FORM = "application/x-www-form-urlencoded";

    @LocalServerPort int port;
    private Town town;

    @BeforeEach
    void adaHasWritten() throws IOException {
        town = new Town(port);
        town.writes("Ada Lin", "Hello");
    }

    @AfterEach
    void close() {
        town.close();
    }

    @Test
    void partsOfParametersCanBeInBracketsInUrlsAndForms() {
        var query = "recipient%5Bid%5D=" + Town.ADA + "&message%5Btext%5D=In+the+address&" + TOKEN;
        assertOk(town.request("POST", "/v26.0/me/messages?" + query, "", "text/plain"));
        var form = "recipient[id]=" + Town.ADA + "&message[text]=%5Bin%5D+a+form&" + TOKEN;
        assertOk(town.request("POST", "/v26.0/me/messages", form, FORM));
        var template =
                "recipient[id]="
                        + Town.ADA
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
        assertOk(town.request("POST", "/v26.0/me/messages", template, FORM));

        assertThat(sentTexts()).startsWith("In the address", "[in] a form");
        var shown = town.thread("Ada Lin").at("/messages/3/attachments/0/payload/buttons");
        assertThat(shown.at("/1/payload").asString()).isEqualTo("CAKE");
    }

    @Test
    void partsOfParametersCanBeInBracketsInMultipart() {
        var parts =
                part("recipient[id]", Town.ADA)
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
                town.request(
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
        assertOk(town.request("POST", "/" + Town.PAGE + "/subscribed_apps", subscribed, FORM));
        assertThat(town.read("state").at("/pages/0/subscribedFields").size()).isEqualTo(2);

        var profile =
                town.get(
                        "/%s?fields%%5B0%%5D=id&fields%%5B1%%5D=name&%s"
                                .formatted(Town.ADA, TOKEN));
        assertThat(profile.json().path("name").asString()).isEqualTo("Ada Lin");
        assertThat(profile.json().has("first_name")).isFalse();

        assertOk(
                town.post(
                        "/me/messenger_profile?" + TOKEN, Map.of("greeting", List.of(greeting()))));
        assertOk(exchange("DELETE", "/me/messenger_profile?fields[]=greeting&" + TOKEN));
        assertThat(town.get("/me/messenger_profile?" + TOKEN).json().at("/data").size()).isZero();
    }

    @Test
    void aFormNeedsNoContentTypeAndATokenCanBeOAuth() {
        var body = "recipient={\"id\":\"" + Town.ADA + "\"}&message={\"text\":\"Bare\"}";
        assertOk(
                town.exchange(
                        HttpRequest.newBuilder(URI.create(town.base() + "/v26.0/me/messages"))
                                .header("Authorization", "OAuth " + Town.TOKEN)
                                .POST(BodyPublishers.ofString(body))));
        assertThat(sentTexts()).containsExactly("Bare");
    }

    @Test
    void trailingSlashesAreIgnored() {
        var body = Map.of("recipient", Map.of("id", Town.ADA), "message", Map.of("text", "/"));
        assertOk(town.post("/v26.0/me/messages/?" + TOKEN, body));
        assertThat(name(town.get("/v26.0/" + Town.PAGE + "/?" + TOKEN))).isEqualTo("Sunny Tea");
        assertThat(name(town.get("/me/?" + TOKEN))).isEqualTo("Sunny Tea");
        assertThat(town.get("/v26.0/me/conversations/?" + TOKEN).status()).isEqualTo(200);
    }

    @Test
    void senderActionsCanBeUpperCase() {
        var act = Map.of("recipient", Map.of("id", Town.ADA), "sender_action", "TYPING_ON");
        assertOk(town.send(act));
        assertThat(town.thread("Ada Lin").path("typing").asBoolean()).isTrue();
    }

    @Test
    void aProfileHasALocaleATimezoneAndAGender() {
        var ada =
                town.get("/%s?fields=locale,timezone,gender&%s".formatted(Town.ADA, TOKEN)).json();
        assertThat(ada.path("locale").asString()).isEqualTo("en_US");
        assertThat(ada.path("timezone").isNumber()).isTrue();
        assertThat(ada.path("gender").asString()).isEqualTo("female");
    }

    @Test
    void severalNodesAreReadByTheirIds() {
        var both = "/v26.0/?ids=%s,%s&fields=name&%s".formatted(Town.ADA, Town.PAGE, TOKEN);
        var answer = town.get(both).json();
        assertThat(answer.path(Town.ADA).path("name").asString()).isEqualTo("Ada Lin");
        assertThat(answer.path(Town.PAGE).path("name").asString()).isEqualTo("Sunny Tea");
        assertThat(town.get(both.replace("/v26.0", "")).json()).isEqualTo(answer);
        assertThat(town.get("/?ids%%5B%%5D=%s&%s".formatted(Town.ADA, TOKEN)).json().size())
                .isEqualTo(1);

        assertThat(code(town.get("/?ids=%s,1&%s".formatted(Town.ADA, TOKEN)))).isEqualTo(100);
        assertThat(code(town.get("/?ids=%s,nobody&%s".formatted(Town.ADA, TOKEN)))).isEqualTo(803);
        assertThat(code(town.get("/?ids=&" + TOKEN))).isEqualTo(2500);
        assertThat(town.get("/?ids=" + manyIds() + "&" + TOKEN).error().path("message").asString())
                .startsWith("(#100) Too many IDs. Maximum: 50.");
    }

    @Test
    void theMethodCanBeInAParameter() {
        assertOk(town.post("/me/personas?" + TOKEN, persona()));
        var id = town.get("/me/personas?" + TOKEN).json().at("/data/0/id").asString();
        assertOk(town.form("/" + id, Map.of("method", "delete", "access_token", Town.TOKEN)));
        assertThat(town.get("/me/personas?" + TOKEN).json().path("data").size()).isZero();
        assertOk(
                town.get(
                        "/me/personas?method=post&name=Mei&profile_picture_url=https://a/b&"
                                + TOKEN));
    }

    @Test
    void oldVersionsAreServedAndFutureOnesAreRefused() {
        for (var version : List.of("", "/v2.6", "/v3.2", "/v11.0", "/v25.0", "/v26.0")) {
            assertThat(name(town.get(version + "/me?" + TOKEN))).isEqualTo("Sunny Tea");
        }
        assertThat(code(town.get("/v99.0/me?" + TOKEN))).isEqualTo(2500);
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

    private Town.Answer exchange(String method, String path) {
        var encoded = path.replace("[", "%5B").replace("]", "%5D");
        return town.request(method, encoded, "", FORM);
    }

    private static void assertOk(Town.Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }

    private static String name(Town.Answer answer) {
        return answer.json().path("name").asString(answer.body());
    }

    private static int code(Town.Answer answer) {
        return answer.error().path("code").asInt(0);
    }

    private List<String> sentTexts() {
        return town.read("sends")
                .valueStream()
                .map((JsonNode sent) -> sent.path("text").asString(""))
                .toList();
    }
}
