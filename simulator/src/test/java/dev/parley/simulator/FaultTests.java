package dev.parley.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@Story
class FaultTests {
    private static final String OTHER_PAGE = "晴天花店";

    @LocalServerPort int port;
    private Town town;

    @BeforeEach
    void begin() throws IOException {
        town = new Town(port);
        town.connect();
    }

    @AfterEach
    void close() {
        town.close();
    }

    @Test
    void aFaultAppliesToItsPageTheGivenNumberOfTimes() {
        town.writes("Ada Lin", "Hi");
        town.fault(
                Map.of(
                        "kind",
                        "error",
                        "page",
                        OTHER_PAGE,
                        "always",
                        true,
                        "error",
                        Map.of("code", 2)));
        town.fault(
                Map.of("kind", "error", "page", Town.PAGE, "times", 2, "error", Map.of("code", 4)));

        assertThat(code(town.says(Town.ADA, "one"))).isEqualTo(4);
        assertThat(code(town.says(Town.ADA, "two"))).isEqualTo(4);
        assertThat(code(town.says(Town.ADA, "three"))).isZero();
        assertThat(town.read("faults").at("/list").size()).isEqualTo(1);
    }

    @Test
    void faultsAreListedAndRemovedOneByOne() {
        var slow = town.fault(Map.of("kind", "delay", "always", true, "only", "messages"));
        town.fault(Map.of("kind", "tokenInvalid", "page", Town.PAGE, "subcode", 460));
        assertThat(subcode(town.says(Town.ADA, "x"))).isEqualTo(460);

        var rest =
                town.request(
                                "DELETE",
                                "/simulator/faults/" + slow.path("id").asString(),
                                "",
                                "application/json")
                        .json()
                        .path("list");
        assertThat(rest.size()).isEqualTo(1);
        assertThat(rest.at("/0/kind").asString()).isEqualTo("tokenInvalid");
        assertThat(rest.at("/0/always").asBoolean()).isTrue();
    }

    @Test
    void anUnknownFaultIsExplained() {
        var answer = town.post("/simulator/faults", Map.of("kind", "meteor"));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("detail").asString()).isEqualTo("There is no fault meteor");
    }

    @Test
    void aDroppedEventIsInTheLedger() {
        town.fault(Map.of("kind", "drop", "only", "messages"));
        var lost = town.writes("Ada Lin", "lost").path("mid").asString();
        town.writes("Ada Lin", "found");

        town.app.awaitEvents(1);
        assertThat(town.app.texts()).containsExactly("found");
        var ledger = town.read("ledger");
        assertThat(ledger.at("/said/0/mid").asString()).isEqualTo(lost);
        assertThat(ledger.at("/webhooks/0/state").asString()).isEqualTo("dropped");
        assertThat(ledger.at("/webhooks/0/acknowledged").asBoolean()).isFalse();
        assertThat(ledger.at("/webhooks/0/events/0/mid").asString()).isEqualTo(lost);
    }

    @Test
    void theLedgerShowsTheResultOfEverySend() {
        town.writes("Ada Lin", "Hi");
        town.faults(Map.of("sends", List.of(Map.of("cut", "after"), Map.of("cut", "before"))));
        town.says(Town.ADA, "taken");
        town.says(Town.ADA, "not taken");
        town.says(Town.ADA, "");
        town.says(Town.ADA, "answered");

        await().until(() -> town.read("ledger").path("sends").size() == 4);
        var sends = town.read("ledger").path("sends");
        assertThat(sends.at("/0/mid").asString()).startsWith("m_");
        assertThat(sends.at("/0/answered").asBoolean()).isFalse();
        assertThat(sends.at("/1").hasNonNull("mid")).isFalse();
        assertThat(sends.at("/1").hasNonNull("code")).isFalse();
        assertThat(sends.at("/2/subcode").asInt()).isEqualTo(2018034);
        assertThat(sends.at("/3/answered").asBoolean()).isTrue();
    }

    @Test
    void severalEventsAreBatchedIntoOnePost() {
        town.fault(Map.of("kind", "batch", "many", 3));
        List.of("a", "b", "c").forEach(text -> town.writes("Ada Lin", text));
        town.writes("Ada Lin", "d");

        town.app.awaitEvents(2);
        var batch = town.app.posts().getFirst().json().path("entry");
        assertThat(batch.size()).isEqualTo(3);
        assertThat(batch.at("/2/messaging/0/message/text").asString()).isEqualTo("c");
        assertThat(town.app.texts().getLast()).isEqualTo("d");
    }

    @Test
    void anIncompleteBatchIsPostedAfterTheDelay() {
        town.fault(Map.of("kind", "batch", "many", 50, "delayMillis", 50));
        town.writes("Ada Lin", "alone");
        assertThat(town.app.awaitEvents(1)).hasSize(1);
    }

    @Test
    void twoEventsAreReordered() {
        town.fault(Map.of("kind", "reorder"));
        List.of("a", "b", "c").forEach(text -> town.writes("Ada Lin", text));
        town.app.awaitEvents(3);
        assertThat(town.app.texts()).containsExactly("b", "a", "c");
    }

    @Test
    void aDelayedEventIsOvertaken() {
        town.fault(Map.of("kind", "delay", "delayMillis", 200));
        List.of("a", "b", "c").forEach(text -> town.writes("Ada Lin", text));
        town.app.awaitEvents(3);
        assertThat(town.app.texts()).containsExactly("b", "c", "a");
    }

    @Test
    void theEchoCanArriveBeforeTheResponse() {
        town.writes("Ada Lin", "Hi");
        town.fault(Map.of("kind", "echoFirst"));
        var mid = town.says(Town.ADA, "Hello").json().path("message_id").asString();
        assertThat(town.app.events())
                .anyMatch(event -> event.at("/message/mid").asString("").equals(mid));
    }

    @Test
    void bodiesCanHaveAnomalies() {
        List.of("idsAsNumbers", "unknownFields", "secondsForMillis", "emptyEntry", "byteOrderMark")
                .forEach(kind -> town.fault(Map.of("kind", kind)));
        town.writes("Ada Lin", "odd");

        town.app.awaitEvents(1);
        var body = town.app.posts().getFirst().body();
        assertThat(body).startsWith("\ufeff");
        var post = town.app.posts().getFirst().json();
        assertThat(post.at("/entry/0").has("messaging")).isFalse();
        var item = post.at("/entry/1/messaging/0");
        assertThat(item.at("/sender/id").isNumber()).isTrue();
        assertThat(item.path("timestamp").asLong()).isLessThan(1_000_000_000_000L);
        assertThat(item.path("message").has("fresh_from_meta")).isTrue();
    }

    @Test
    void otherCallsFailIfTheFaultNamesThem() {
        town.fault(Map.of("kind", "error", "only", "conversations", "error", Map.of("code", 2)));
        town.writes("Ada Lin", "Hi");
        assertThat(code(town.says(Town.ADA, "Hello"))).isZero();
        var path = "/me/conversations?access_token=" + Town.TOKEN;
        assertThat(code(town.get(path))).isEqualTo(2);
        assertThat(code(town.get(path))).isZero();
    }

    @Test
    void downloadsOfFilesCanFail() {
        var upload =
                """
                --b\r
                Content-Disposition: form-data; name="file"; filename="tea.gif"\r
                Content-Type: image/gif\r
                \r
                GIF89a\r
                --b--\r
                """;
        var url =
                town.request(
                                "POST",
                                "/simulator/uploads",
                                upload,
                                "multipart/form-data; boundary=b")
                        .json()
                        .path("url")
                        .asString();
        var path = url.substring(town.base().length());
        town.fault(Map.of("kind", "garbage", "only", "files", "status", 403));
        town.fault(Map.of("kind", "cut", "only", "files", "always", true));

        assertThat(town.get(path).status()).isEqualTo(403);
        assertThat(town.get(path).status()).isZero();
        town.request("DELETE", "/simulator/faults", "", "application/json");
        assertThat(town.get(path).body()).isEqualTo("GIF89a");
    }

    @Test
    void aRevokedPermissionIsMissingForCallsAndInTheTokensScopes() {
        town.fault(Map.of("kind", "permissionMissing", "page", Town.PAGE));
        assertThat(code(town.says(Town.ADA, "x"))).isEqualTo(230);
        var app = Town.encoded(Town.APP + "|" + Town.SECRET);
        var token =
                town.get("/debug_token?access_token=" + app + "&input_token=" + Town.TOKEN).json();
        assertThat(token.at("/data/scopes").toString()).doesNotContain("pages_messaging");
        assertThat(token.at("/data/is_valid").asBoolean()).isTrue();
    }

    @Test
    void usageIsShownInEveryResponse() {
        town.fault(Map.of("kind", "usage", "percent", 85, "page", Town.PAGE));
        var headers = town.says(Town.ADA, "x").headers();
        assertThat(headers.get("x-business-use-case-usage"))
                .contains("\"" + Town.PAGE + "\"", "\"call_count\":85");
        assertThat(headers.get("x-app-usage")).contains("\"call_count\":85");
    }

    @Test
    void callsAboveTheRateLimitAreRefused() {
        town.writes("Ada Lin", "Hi");
        town.limits(Map.of("text", 1));
        assertThat(code(town.says(Town.ADA, "one"))).isZero();
        assertThat(code(town.says(Town.ADA, "two"))).isEqualTo(613);
    }

    @Test
    void anyEventCanBeSent() {
        town.act("events", Map.of("kind", "policyWarning", "page", Town.PAGE));
        town.act("events", Map.of("kind", "messageFromAd", "page", Town.PAGE, "person", "Ada Lin"));
        town.act("webhooks/raw", Map.of("page", Town.PAGE, "item", Map.of("odd", Map.of("a", 1))));
        town.act("webhooks/raw", Map.of("page", Town.PAGE, "body", "not even JSON: é"));

        await().until(() -> town.read("webhooks?state=delivered").size() == 4);
        var bodies = town.app.posts().stream().map(Receiver.Post::body).toList();
        assertThat(bodies)
                .anyMatch(body -> body.contains("\"policy_enforcement\":{\"action\":\"warning\""))
                .anyMatch(body -> body.contains("\"ad_title\""))
                .anyMatch(body -> body.contains("\"messaging\":[{\"odd\":{\"a\":1}}]"))
                .contains("not even JSON: é");
    }

    private static int code(Town.Answer answer) {
        return answer.error().path("code").asInt(0);
    }

    private static int subcode(Town.Answer answer) {
        return answer.error().path("error_subcode").asInt(0);
    }
}
