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
    private TestSimulator simulator;

    @BeforeEach
    void begin() throws IOException {
        simulator = new TestSimulator(port);
        simulator.connect();
    }

    @AfterEach
    void close() {
        simulator.close();
    }

    @Test
    void aFaultAppliesToItsPageTheGivenNumberOfTimes() {
        simulator.writes("Ada Lin", "Hi");
        simulator.fault(
                Map.of(
                        "kind",
                        "error",
                        "page",
                        OTHER_PAGE,
                        "always",
                        true,
                        "error",
                        Map.of("code", 2)));
        simulator.fault(
                Map.of(
                        "kind",
                        "error",
                        "page",
                        TestSimulator.PAGE,
                        "times",
                        2,
                        "error",
                        Map.of("code", 4)));

        assertThat(code(simulator.says(TestSimulator.ADA, "one"))).isEqualTo(4);
        assertThat(code(simulator.says(TestSimulator.ADA, "two"))).isEqualTo(4);
        assertThat(code(simulator.says(TestSimulator.ADA, "three"))).isZero();
        assertThat(simulator.read("faults").at("/list").size()).isEqualTo(1);
    }

    @Test
    void faultsAreListedAndRemovedOneByOne() {
        var slow = simulator.fault(Map.of("kind", "delay", "always", true, "only", "messages"));
        simulator.fault(Map.of("kind", "tokenInvalid", "page", TestSimulator.PAGE, "subcode", 460));
        assertThat(subcode(simulator.says(TestSimulator.ADA, "x"))).isEqualTo(460);

        var rest =
                simulator
                        .request(
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
        var answer = simulator.post("/simulator/faults", Map.of("kind", "meteor"));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("detail").asString()).isEqualTo("There is no fault meteor");
    }

    @Test
    void aDroppedEventIsInTheLedger() {
        simulator.fault(Map.of("kind", "drop", "only", "messages"));
        var lost = simulator.writes("Ada Lin", "lost").path("mid").asString();
        simulator.writes("Ada Lin", "found");

        simulator.app.awaitEvents(1);
        assertThat(simulator.app.texts()).containsExactly("found");
        var ledger = simulator.read("ledger");
        assertThat(ledger.at("/said/0/mid").asString()).isEqualTo(lost);
        assertThat(ledger.at("/webhooks/0/state").asString()).isEqualTo("dropped");
        assertThat(ledger.at("/webhooks/0/acknowledged").asBoolean()).isFalse();
        assertThat(ledger.at("/webhooks/0/events/0/mid").asString()).isEqualTo(lost);
    }

    @Test
    void theLedgerShowsTheResultOfEverySend() {
        simulator.writes("Ada Lin", "Hi");
        simulator.faults(Map.of("sends", List.of(Map.of("cut", "after"), Map.of("cut", "before"))));
        simulator.says(TestSimulator.ADA, "taken");
        simulator.says(TestSimulator.ADA, "not taken");
        simulator.says(TestSimulator.ADA, "");
        simulator.says(TestSimulator.ADA, "answered");

        await().until(() -> simulator.read("ledger").path("sends").size() == 4);
        var sends = simulator.read("ledger").path("sends");
        assertThat(sends.at("/0/mid").asString()).startsWith("m_");
        assertThat(sends.at("/0/answered").asBoolean()).isFalse();
        assertThat(sends.at("/1").hasNonNull("mid")).isFalse();
        assertThat(sends.at("/1").hasNonNull("code")).isFalse();
        assertThat(sends.at("/2/subcode").asInt()).isEqualTo(2018034);
        assertThat(sends.at("/3/answered").asBoolean()).isTrue();
    }

    @Test
    void severalEventsAreBatchedIntoOnePost() {
        simulator.fault(Map.of("kind", "batch", "many", 3));
        List.of("a", "b", "c").forEach(text -> simulator.writes("Ada Lin", text));
        simulator.writes("Ada Lin", "d");

        simulator.app.awaitEvents(2);
        var batch = simulator.app.posts().getFirst().json().path("entry");
        assertThat(batch.size()).isEqualTo(3);
        assertThat(batch.at("/2/messaging/0/message/text").asString()).isEqualTo("c");
        assertThat(simulator.app.texts().getLast()).isEqualTo("d");
    }

    @Test
    void anIncompleteBatchIsPostedAfterTheDelay() {
        simulator.fault(Map.of("kind", "batch", "many", 50, "delayMillis", 50));
        simulator.writes("Ada Lin", "alone");
        assertThat(simulator.app.awaitEvents(1)).hasSize(1);
    }

    @Test
    void twoEventsAreReordered() {
        simulator.fault(Map.of("kind", "reorder"));
        List.of("a", "b", "c").forEach(text -> simulator.writes("Ada Lin", text));
        simulator.app.awaitEvents(3);
        assertThat(simulator.app.texts()).containsExactly("b", "a", "c");
    }

    @Test
    void aDelayedEventIsOvertaken() {
        simulator.fault(Map.of("kind", "delay", "delayMillis", 200));
        List.of("a", "b", "c").forEach(text -> simulator.writes("Ada Lin", text));
        simulator.app.awaitEvents(3);
        assertThat(simulator.app.texts()).containsExactly("b", "c", "a");
    }

    @Test
    void theEchoCanArriveBeforeTheResponse() {
        simulator.writes("Ada Lin", "Hi");
        simulator.fault(Map.of("kind", "echoFirst"));
        var mid = simulator.says(TestSimulator.ADA, "Hello").json().path("message_id").asString();
        assertThat(simulator.app.events())
                .anyMatch(event -> event.at("/message/mid").asString("").equals(mid));
    }

    @Test
    void bodiesCanHaveAnomalies() {
        List.of("idsAsNumbers", "unknownFields", "secondsForMillis", "emptyEntry", "byteOrderMark")
                .forEach(kind -> simulator.fault(Map.of("kind", kind)));
        simulator.writes("Ada Lin", "odd");

        simulator.app.awaitEvents(1);
        var body = simulator.app.posts().getFirst().body();
        assertThat(body).startsWith("\ufeff");
        var post = simulator.app.posts().getFirst().json();
        assertThat(post.at("/entry/0").has("messaging")).isFalse();
        var item = post.at("/entry/1/messaging/0");
        assertThat(item.at("/sender/id").isNumber()).isTrue();
        assertThat(item.path("timestamp").asLong()).isLessThan(1_000_000_000_000L);
        assertThat(item.path("message").has("fresh_from_meta")).isTrue();
    }

    @Test
    void otherCallsFailIfTheFaultNamesThem() {
        simulator.fault(
                Map.of("kind", "error", "only", "conversations", "error", Map.of("code", 2)));
        simulator.writes("Ada Lin", "Hi");
        assertThat(code(simulator.says(TestSimulator.ADA, "Hello"))).isZero();
        var path = "/me/conversations?access_token=" + TestSimulator.TOKEN;
        assertThat(code(simulator.get(path))).isEqualTo(2);
        assertThat(code(simulator.get(path))).isZero();
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
                simulator
                        .request(
                                "POST",
                                "/simulator/uploads",
                                upload,
                                "multipart/form-data; boundary=b")
                        .json()
                        .path("url")
                        .asString();
        var path = url.substring(simulator.base().length());
        simulator.fault(Map.of("kind", "garbage", "only", "files", "status", 403));
        simulator.fault(Map.of("kind", "cut", "only", "files", "always", true));

        assertThat(simulator.get(path).status()).isEqualTo(403);
        assertThat(simulator.get(path).status()).isZero();
        simulator.request("DELETE", "/simulator/faults", "", "application/json");
        assertThat(simulator.get(path).body()).isEqualTo("GIF89a");
    }

    @Test
    void aRevokedPermissionIsMissingForCallsAndInTheTokensScopes() {
        simulator.fault(Map.of("kind", "permissionMissing", "page", TestSimulator.PAGE));
        assertThat(code(simulator.says(TestSimulator.ADA, "x"))).isEqualTo(230);
        var app = TestSimulator.encoded(TestSimulator.APP + "|" + TestSimulator.SECRET);
        var token =
                simulator
                        .get(
                                "/debug_token?access_token="
                                        + app
                                        + "&input_token="
                                        + TestSimulator.TOKEN)
                        .json();
        assertThat(token.at("/data/scopes").toString()).doesNotContain("pages_messaging");
        assertThat(token.at("/data/is_valid").asBoolean()).isTrue();
    }

    @Test
    void usageIsShownInEveryResponse() {
        simulator.fault(Map.of("kind", "usage", "percent", 85, "page", TestSimulator.PAGE));
        var headers = simulator.says(TestSimulator.ADA, "x").headers();
        assertThat(headers.get("x-business-use-case-usage"))
                .contains("\"" + TestSimulator.PAGE + "\"", "\"call_count\":85");
        assertThat(headers.get("x-app-usage")).contains("\"call_count\":85");
    }

    @Test
    void callsAboveTheRateLimitAreRefused() {
        simulator.writes("Ada Lin", "Hi");
        simulator.limits(Map.of("text", 1));
        assertThat(code(simulator.says(TestSimulator.ADA, "one"))).isZero();
        assertThat(code(simulator.says(TestSimulator.ADA, "two"))).isEqualTo(613);
    }

    @Test
    void anyEventCanBeSent() {
        simulator.act("events", Map.of("kind", "policyWarning", "page", TestSimulator.PAGE));
        simulator.act(
                "events",
                Map.of("kind", "messageFromAd", "page", TestSimulator.PAGE, "person", "Ada Lin"));
        simulator.act(
                "webhooks/raw",
                Map.of("page", TestSimulator.PAGE, "item", Map.of("odd", Map.of("a", 1))));
        simulator.act(
                "webhooks/raw", Map.of("page", TestSimulator.PAGE, "body", "not even JSON: é"));

        await().until(() -> simulator.read("webhooks?state=delivered").size() == 4);
        var bodies = simulator.app.posts().stream().map(Receiver.Post::body).toList();
        assertThat(bodies)
                .anyMatch(body -> body.contains("\"policy_enforcement\":{\"action\":\"warning\""))
                .anyMatch(body -> body.contains("\"ad_title\""))
                .anyMatch(body -> body.contains("\"messaging\":[{\"odd\":{\"a\":1}}]"))
                .contains("not even JSON: é");
    }

    private static int code(TestSimulator.Answer answer) {
        return answer.error().path("code").asInt(0);
    }

    private static int subcode(TestSimulator.Answer answer) {
        return answer.error().path("error_subcode").asInt(0);
    }
}
