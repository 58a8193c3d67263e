package dev.parley.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@Story
class ControlTests {
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
    void theInitialPeopleAreTheSameAtEveryStart() {
        var state = simulator.read("state");
        assertThat(state.at("/apps/0/id").asString()).isEqualTo(TestSimulator.APP);
        assertThat(state.at("/pages/1/name").asString()).isEqualTo("晴天花店");
        assertThat(state.at("/people").size()).isEqualTo(8);
        assertThat(state.at("/people/0/psids/" + TestSimulator.PAGE).asString())
                .isEqualTo(TestSimulator.ADA);
        assertThat(state.at("/people/2/firstName").asString()).isEqualTo("美玲");
    }

    @Test
    void newPeopleHaveIdsForNewPages() {
        var page = simulator.act("pages", Map.of("name", "Night Market"));
        var person = simulator.act("people", Map.of("name", "Gao Min"));
        assertThat(person.at("/psids/" + page.path("id").asString()).asString()).matches("\\d{17}");
        var done =
                simulator.act(
                        "messages",
                        Map.of("person", "Gao Min", "page", "Night Market", "text", "Hi"));
        assertThat(done.path("mid").asString()).startsWith("m_");
    }

    @Test
    void manyPeopleCanBeAddedAtOnce() {
        var crowd = List.of(Map.of("name", "Gao Min"), Map.of("name", "Gao Hui"));

        var people = simulator.act("people/bulk", crowd);

        assertThat(people.size()).isEqualTo(2);
        assertThat(people.at("/1/name").asString()).isEqualTo("Gao Hui");
        assertThat(people.at("/1/psids/" + TestSimulator.PAGE).asString()).matches("\\d{17}");
    }

    @Test
    void aPastCanBeBroughtBackAndIsNotDelivered() {
        var at = simulator.read("state").path("nowMillis").asLong() - 60_000;
        var past =
                List.of(
                        Map.of(
                                "person", "10700000000000042",
                                "name", "Gao Min",
                                "page", TestSimulator.PAGE,
                                "psid", "24700000000332598",
                                "messages",
                                        List.of(
                                                text("m_1", true, "Do you have oolong?", at),
                                                text("m_2", false, "Yes, we do", at + 1_000))));
        simulator.act("past", past);
        simulator.says("24700000000332598", "Would you like some?");
        simulator.act("past", past);

        var messages = simulator.thread("Gao Min").path("messages");
        assertThat(messages.size()).isEqualTo(3);
        assertThat(messages.at("/0/mid").asString()).isEqualTo("m_1");
        assertThat(messages.at("/1/state").asString()).isEqualTo("read");
        assertThat(messages.at("/2/text").asString()).isEqualTo("Would you like some?");
        assertThat(simulator.read("webhooks").toString()).doesNotContain("Do you have oolong?");
    }

    private static Map<String, Object> text(String mid, boolean fromPerson, String text, long at) {
        return Map.of("mid", mid, "fromPerson", fromPerson, "text", text, "at", at);
    }

    @Test
    void threadsAreListedLatestFirstWithUnreadCounts() {
        simulator.writes("Ada Lin", "Hi");
        simulator.act("messages", Map.of("person", "Ada Lin", "page", "晴天花店", "text", "Roses?"));
        simulator.says(TestSimulator.ADA, "Hello");

        var threads = simulator.read("threads?person=" + TestSimulator.encoded("Ada Lin"));
        assertThat(threads.size()).isEqualTo(2);
        assertThat(threads.at("/0/page").asString()).isEqualTo(TestSimulator.PAGE);
        assertThat(threads.at("/0/unread").asInt()).isEqualTo(1);
        assertThat(threads.at("/0/lastMessage/text").asString()).isEqualTo("Hello");
    }

    @Test
    void messagesCanBeEditedReactedToAndUnsent() {
        var mid = simulator.writes("Ada Lin", "Hi").path("mid").asString();
        simulator.act("edits", Map.of("mid", mid, "text", "Hello"));
        simulator.act("reactions", Map.of("mid", mid, "reaction", "wow"));
        simulator.act("unsends", Map.of("mid", mid));

        var message = simulator.thread("Ada Lin").at("/messages/0");
        assertThat(message.path("text").asString()).isEqualTo("Hello");
        assertThat(message.path("edited").asInt()).isEqualTo(1);
        assertThat(message.at("/reactions/person").asString()).isEqualTo("wow");
        assertThat(message.path("unsent").asBoolean()).isTrue();
        var again = simulator.post("/simulator/edits", Map.of("mid", mid, "text", "x"));
        assertThat(again.status()).isEqualTo(409);
    }

    @Test
    void thePageIsAtTheRoot() {
        assertThat(simulator.get("/").status()).isEqualTo(200);
        assertThat(simulator.get("/").body()).contains("<html");
    }

    @Test
    void errorsAreExplained() {
        var answer =
                simulator.post(
                        "/simulator/messages",
                        Map.of("person", "Nobody", "page", TestSimulator.PAGE));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.headers()).containsEntry("content-type", "application/problem+json");
        assertThat(answer.json().path("detail").asString()).isEqualTo("There is no person Nobody");
        assertThat(simulator.post("/simulator/edits", Map.of("mid", "m_x", "text", "x")).status())
                .isEqualTo(404);
    }

    @Test
    void callsAreLoggedWithoutTokens() {
        simulator.says(TestSimulator.ADA, "not allowed yet");
        var call = simulator.read("calls").at("/0");
        assertThat(call.path("path").asString()).isEqualTo("/v26.0/me/messages");
        assertThat(call.path("query").asString()).isEqualTo("access_token=…0501");
        assertThat(call.path("status").asInt()).isEqualTo(400);
        assertThat(call.at("/body/message/text").asString()).isEqualTo("not allowed yet");
        assertThat(call.toString()).doesNotContain(TestSimulator.TOKEN);
    }

    @Test
    void eventsAndSendsAreCounted() {
        simulator.connect();
        simulator.faults(Map.of("sends", Map.of("next", 1, "error", Map.of("code", 613))));
        simulator.writes("Ada Lin", "Hi");
        simulator.says(TestSimulator.ADA, "refused");
        simulator.says(TestSimulator.ADA, "accepted");
        simulator.app.awaitEvents(3);

        var counts = simulator.read("counts");
        assertThat(counts.at("/sends/accepted").asInt()).isEqualTo(1);
        assertThat(counts.at("/sends/refused").asInt()).isEqualTo(1);
        assertThat(counts.at("/sends/lost").asInt()).isZero();
        assertThat(counts.at("/webhooks/dropped").asInt()).isZero();
        assertThat(counts.path("posts").asInt()).isPositive();
    }

    @Test
    void aThreadShowsWhichAppControlsIt() {
        simulator.writes("Ada Lin", "Hi");
        assertThat(simulator.thread("Ada Lin").path("holder").isNull()).isTrue();

        simulator.act(
                "threads/" + TestSimulator.PAGE + "/" + TestSimulator.ADA + "/control",
                Map.of("action", "take", "app", "263902037430900"));

        assertThat(simulator.thread("Ada Lin").at("/holder/app").asString())
                .isEqualTo("263902037430900");
    }

    @Test
    void uploadsAreServedWithTheirType() {
        var body =
                """
                --b\r
                Content-Disposition: form-data; name="file"; filename="茶 單.gif"\r
                Content-Type: image/gif\r
                \r
                GIF89a\r
                --b--\r
                """;
        var saved =
                simulator
                        .request(
                                "POST",
                                "/simulator/uploads",
                                body,
                                "multipart/form-data; boundary=b")
                        .json();
        assertThat(saved.path("type").asString()).isEqualTo("image");
        assertThat(saved.path("size").asLong()).isEqualTo(6);
        var url = URI.create(saved.path("url").asString());
        var served = simulator.get(url.getRawPath());
        assertThat(served.headers()).containsEntry("content-type", "image/gif");
        assertThat(served.body()).isEqualTo("GIF89a");
    }

    @Test
    void theStreamReportsChanges() throws IOException {
        var stream = URI.create(simulator.base() + "/simulator/stream").toURL().openConnection();
        stream.setReadTimeout(10_000);
        try (var lines =
                new BufferedReader(
                        new InputStreamReader(stream.getInputStream(), StandardCharsets.UTF_8))) {
            simulator.writes("Ada Lin", "Hi");
            // Calls of other apps from before may still be reported first.
            assertThat(
                            lines.lines()
                                    .filter(line -> line.contains(TestSimulator.PAGE))
                                    .filter(line -> line.contains("\"kind\":\"message\""))
                                    .findFirst())
                    .isPresent();
        }
    }
}
