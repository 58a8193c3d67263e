package dev.parley.simulator;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.simulator.webhook.Signature;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@Story
class WebhookTests {
    @LocalServerPort int port;
    private TestSimulator simulator;

    @BeforeEach
    void connect() throws IOException {
        simulator = new TestSimulator(port);
        simulator.connect();
    }

    @AfterEach
    void close() {
        simulator.close();
    }

    @Test
    void webhooksAreSignedOverTheirExactBytes() {
        var written = simulator.writes("陳美玲", "一杯烏龍茶/熱的 😀");

        simulator.app.awaitEvents(1);
        var post = simulator.app.posts().getFirst();
        assertThat(post.body()).isASCII().contains("\\/").contains("\\ud83d\\ude00");
        assertThat(post.sha256())
                .isEqualTo(Signature.sha256(TestSimulator.SECRET, post.body().getBytes(US_ASCII)));
        assertThat(post.sha1())
                .isEqualTo(Signature.sha1(TestSimulator.SECRET, post.body().getBytes(US_ASCII)));
        assertThat(post.event().at("/sender/id")).isEqualTo(written.path("psid"));
        assertThat(post.event().at("/message/mid")).isEqualTo(written.path("mid"));
        assertThat(post.event().path("timestamp")).isEqualTo(written.path("timestamp"));
    }

    @Test
    void actionsOfAPersonAreSentInMetasFormat() {
        var mid = simulator.writes("Ada Lin", "Hi").path("mid").asString();
        simulator.act("edits", Map.of("mid", mid, "text", "Hello"));
        simulator.act("reactions", Map.of("mid", mid, "reaction", "love"));
        simulator.act("unsends", Map.of("mid", mid));
        simulator.act("postbacks", with(Map.of("title", "Get started", "payload", "START")));
        simulator.act("referrals", with(Map.of("ref", "shop-window")));
        simulator.act(
                "messages", with(Map.of("quickReply", Map.of("title", "Yes", "payload", "Y"))));
        simulator.act("messages", with(Map.of("sticker", "like", "replyTo", mid)));
        simulator.act("messages", with(Map.of("location", Map.of("lat", 25.03, "long", 121.56))));

        var events = simulator.app.awaitEvents(9);
        assertThat(events.get(1).at("/message_edit/num_edit").asInt()).isEqualTo(1);
        assertThat(events.get(2).at("/reaction/emoji").asString()).isEqualTo("\u2764\ufe0f");
        assertThat(events.get(3).at("/message/is_deleted").asBoolean()).isTrue();
        assertThat(events.get(4).at("/postback/payload").asString()).isEqualTo("START");
        assertThat(events.get(5).at("/referral/source").asString()).isEqualTo("SHORTLINK");
        assertThat(events.get(6).at("/message/quick_reply/payload").asString()).isEqualTo("Y");
        assertThat(events.get(7).at("/message/attachments/0/payload/sticker_id").asLong())
                .isEqualTo(369239263222822L);
        assertThat(events.get(7).at("/message/reply_to/mid").asString()).isEqualTo(mid);
        assertThat(events.get(8).at("/message/attachments/0/payload/coordinates/long").asDouble())
                .isEqualTo(121.56);
    }

    @Test
    void aReplyFromMetasInboxIsEchoedWithItsAppId() {
        simulator.writes("Ada Lin", "Hi");
        simulator.act("inbox-replies", with(Map.of("text", "Hello from the inbox")));
        var echo = simulator.app.awaitEvents(2).get(1);
        assertThat(echo.at("/message/app_id").asLong()).isEqualTo(263902037430900L);
    }

    @Test
    void readingTheThreadSendsAReadEvent() {
        simulator.writes("Ada Lin", "Hi");
        simulator.says(TestSimulator.ADA, "Hello");
        simulator.act("reads", with(Map.of()));
        simulator.act("reads", with(Map.of()));

        var read = simulator.app.awaitEvents(4).get(3);
        var sent = simulator.read("sends").at("/0/timestamp").asLong();
        assertThat(read.at("/read/watermark").asLong()).isGreaterThanOrEqualTo(sent);
        assertThat(simulator.read("webhooks").size()).isEqualTo(4);
        assertThat(simulator.thread("Ada Lin").at("/messages/1/state").asString())
                .isEqualTo("read");
    }

    @Test
    void anOfflinePersonGetsMessagesLater() {
        simulator.writes("Ada Lin", "Hi");
        simulator.act("presence", Map.of("person", "Ada Lin", "online", false));
        simulator.says(TestSimulator.ADA, "one");
        simulator.says(TestSimulator.ADA, "two");
        assertThat(simulator.thread("Ada Lin").at("/messages/2/state").asString())
                .isEqualTo("sent");
        simulator.act("presence", Map.of("person", "Ada Lin", "online", true));
        assertThat(simulator.app.awaitEvents(4).get(3).at("/delivery/mids").size()).isEqualTo(2);
    }

    @Test
    void heldWebhooksAreReleasedAsRequested() {
        simulator.act("webhooks/hold", Map.of());
        List.of("a", "b", "c").forEach(text -> simulator.writes("Ada Lin", text));
        assertThat(simulator.read("webhooks?state=held").size()).isEqualTo(3);
        assertThat(simulator.app.posts()).isEmpty();

        simulator.act("webhooks/release", Map.of("order", "reversed", "times", 2));
        simulator.app.awaitEvents(6);
        assertThat(simulator.app.texts()).containsExactly("c", "b", "a", "c", "b", "a");

        simulator.act(
                "webhooks/" + simulator.read("webhooks").at("/1/id").asString() + "/repeat",
                Map.of());
        simulator.app.awaitEvents(7);
        assertThat(simulator.app.texts()).endsWith("b");
        assertThat(simulator.app.posts().getLast().body())
                .isEqualTo(simulator.app.posts().get(1).body());
    }

    @Test
    void aShuffleIsTheSameForTheSameSeed() {
        assertThat(shuffled(7)).isEqualTo(shuffled(7)).isNotEqualTo(shuffled(8));
    }

    private List<String> shuffled(long seed) {
        var before = simulator.app.posts().size();
        simulator.act("webhooks/hold", Map.of());
        Stream.of("a", "b", "c", "d", "e", "f", "g")
                .forEach(text -> simulator.writes("Ada Lin", text));
        simulator.act("webhooks/release", Map.of("order", "shuffled", "seed", seed));
        simulator.app.awaitEvents(before + 7);
        return simulator.app.texts().subList(before, before + 7);
    }

    @Test
    void aFailedWebhookIsRetriedBeforeThePersonsNextOne() {
        simulator.app.answerNext(500, 503, 404);
        simulator.writes("Ada Lin", "first");
        simulator.writes("Ada Lin", "second");

        simulator.app.awaitEvents(2);
        assertThat(simulator.app.texts()).containsExactly("first", "second");
        await().until(() -> simulator.read("webhooks?state=delivered").size() == 2);
        assertThat(simulator.read("webhooks").at("/0/attempts").size()).isEqualTo(4);
    }

    @Test
    void afterAnHourOfFailuresThePageIsUnsubscribed() {
        simulator.app.goDown(true);
        simulator.writes("Ada Lin", "Anybody?");
        await().until(() -> simulator.read("webhooks").at("/0/attempts").size() > 1);

        simulator.setClock(Map.of("advance", "PT61M"));
        await().until(() -> simulator.read("webhooks?state=failed").size() == 1);
        assertThat(simulator.read("state").at("/pages/0/subscribedFields").size()).isZero();
        simulator.app.goDown(false);
        simulator.writes("Ada Lin", "Hello?");
        assertThat(simulator.read("webhooks").size()).isEqualTo(1);
    }

    @Test
    void nothingIsLostIfTheAppRecoversInTime() {
        simulator.app.goDown(true);
        IntStream.range(0, 5).forEach(i -> simulator.writes("Ada Lin", "a" + i));
        IntStream.range(0, 5).forEach(i -> simulator.writes("Ben Wu", "b" + i));
        await().until(() -> simulator.read("webhooks").at("/0/attempts").size() > 1);
        simulator.app.goDown(false);

        simulator.app.awaitEvents(10);
        assertThat(simulator.app.texts())
                .containsSubsequence("a0", "a1", "a2", "a3", "a4")
                .containsSubsequence("b0", "b1", "b2", "b3", "b4");
    }

    @Test
    void webhooksCanBeDuplicatedDroppedAndWronglySigned() {
        simulator.faults(Map.of("webhooks", Map.of("drop", 1, "duplicate", 1)));
        simulator.writes("Ada Lin", "dropped");
        simulator.writes("Ada Lin", "twice");
        simulator.writes("Ada Lin", "once");
        simulator.app.awaitEvents(3);
        assertThat(simulator.app.texts()).containsExactly("twice", "twice", "once");

        simulator.faults(Map.of("webhooks", Map.of("wrongSignature", 1)));
        simulator.writes("Ada Lin", "forged");
        simulator.app.awaitEvents(4);
        var forged = simulator.app.posts().getLast();
        assertThat(forged.sha256())
                .isNotEqualTo(
                        Signature.sha256(TestSimulator.SECRET, forged.body().getBytes(US_ASCII)));
    }

    @Test
    void webhooksOfManyPeopleAreDeliveredInParallel() {
        var people =
                IntStream.range(0, 100)
                        .mapToObj(i -> simulator.act("people", Map.of("name", "Person " + i)))
                        .map(person -> person.path("id").asString())
                        .toList();
        simulator.act("webhooks/hold", Map.of());
        simulator.act("messages/bulk", fiveEach(people));
        simulator.act("webhooks/release", Map.of("times", 2));

        simulator.app.awaitEvents(1000);
        var mids = new HashSet<String>();
        simulator.app.events().forEach(event -> mids.add(event.at("/message/mid").asString()));
        assertThat(mids).hasSize(500);
    }

    private static List<Map<String, String>> fiveEach(List<String> people) {
        return IntStream.range(0, 5)
                .boxed()
                .flatMap(i ->
                        people.stream()
                                .map(person ->
                                        Map.of(
                                                "person",
                                                person,
                                                "page",
                                                TestSimulator.PAGE,
                                                "text",
                                                "message " + i)))
                .toList();
    }

    private static Map<String, Object> with(Map<String, Object> more) {
        var all = new HashMap<>(more);
        all.put("person", "Ada Lin");
        all.put("page", TestSimulator.PAGE);
        return all;
    }
}
