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
    private Town town;

    @BeforeEach
    void connect() throws IOException {
        town = new Town(port);
        town.connect();
    }

    @AfterEach
    void close() {
        town.close();
    }

    @Test
    void webhooksAreSignedOverTheirExactBytes() {
        var written = town.writes("陳美玲", "一杯烏龍茶/熱的 😀");

        town.app.awaitEvents(1);
        var post = town.app.posts().getFirst();
        assertThat(post.body()).isASCII().contains("\\/").contains("\\ud83d\\ude00");
        assertThat(post.sha256())
                .isEqualTo(Signature.sha256(Town.SECRET, post.body().getBytes(US_ASCII)));
        assertThat(post.sha1())
                .isEqualTo(Signature.sha1(Town.SECRET, post.body().getBytes(US_ASCII)));
        assertThat(post.event().at("/sender/id")).isEqualTo(written.path("psid"));
        assertThat(post.event().at("/message/mid")).isEqualTo(written.path("mid"));
        assertThat(post.event().path("timestamp")).isEqualTo(written.path("timestamp"));
    }

    @Test
    void actionsOfAPersonAreSentInMetasFormat() {
        var mid = town.writes("Ada Lin", "Hi").path("mid").asString();
        town.act("edits", Map.of("mid", mid, "text", "Hello"));
        town.act("reactions", Map.of("mid", mid, "reaction", "love"));
        town.act("unsends", Map.of("mid", mid));
        town.act("postbacks", with(Map.of("title", "Get started", "payload", "START")));
        town.act("referrals", with(Map.of("ref", "shop-window")));
        town.act("messages", with(Map.of("quickReply", Map.of("title", "Yes", "payload", "Y"))));
        town.act("messages", with(Map.of("sticker", "like", "replyTo", mid)));
        town.act("messages", with(Map.of("location", Map.of("lat", 25.03, "long", 121.56))));

        var events = town.app.awaitEvents(9);
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
        town.writes("Ada Lin", "Hi");
        town.act("inbox-replies", with(Map.of("text", "Hello from the inbox")));
        var echo = town.app.awaitEvents(2).get(1);
        assertThat(echo.at("/message/app_id").asLong()).isEqualTo(263902037430900L);
    }

    @Test
    void readingTheThreadSendsAReadEvent() {
        town.writes("Ada Lin", "Hi");
        town.says(Town.ADA, "Hello");
        town.act("reads", with(Map.of()));
        town.act("reads", with(Map.of()));

        var read = town.app.awaitEvents(4).get(3);
        var sent = town.read("sends").at("/0/timestamp").asLong();
        assertThat(read.at("/read/watermark").asLong()).isGreaterThanOrEqualTo(sent);
        assertThat(town.read("webhooks").size()).isEqualTo(4);
        assertThat(town.thread("Ada Lin").at("/messages/1/state").asString()).isEqualTo("read");
    }

    @Test
    void anOfflinePersonGetsMessagesLater() {
        town.writes("Ada Lin", "Hi");
        town.act("presence", Map.of("person", "Ada Lin", "online", false));
        town.says(Town.ADA, "one");
        town.says(Town.ADA, "two");
        assertThat(town.thread("Ada Lin").at("/messages/2/state").asString()).isEqualTo("sent");
        town.act("presence", Map.of("person", "Ada Lin", "online", true));
        assertThat(town.app.awaitEvents(4).get(3).at("/delivery/mids").size()).isEqualTo(2);
    }

    @Test
    void heldWebhooksAreReleasedAsRequested() {
        town.act("webhooks/hold", Map.of());
        List.of("a", "b", "c").forEach(text -> town.writes("Ada Lin", text));
        assertThat(town.read("webhooks?state=held").size()).isEqualTo(3);
        assertThat(town.app.posts()).isEmpty();

        town.act("webhooks/release", Map.of("order", "reversed", "times", 2));
        town.app.awaitEvents(6);
        assertThat(town.app.texts()).containsExactly("c", "b", "a", "c", "b", "a");

        town.act("webhooks/" + town.read("webhooks").at("/1/id").asString() + "/repeat", Map.of());
        town.app.awaitEvents(7);
        assertThat(town.app.texts()).endsWith("b");
        assertThat(town.app.posts().getLast().body()).isEqualTo(town.app.posts().get(1).body());
    }

    @Test
    void aShuffleIsTheSameForTheSameSeed() {
        assertThat(shuffled(7)).isEqualTo(shuffled(7)).isNotEqualTo(shuffled(8));
    }

    private List<String> shuffled(long seed) {
        var before = town.app.posts().size();
        town.act("webhooks/hold", Map.of());
        Stream.of("a", "b", "c", "d", "e", "f", "g").forEach(text -> town.writes("Ada Lin", text));
        town.act("webhooks/release", Map.of("order", "shuffled", "seed", seed));
        town.app.awaitEvents(before + 7);
        return town.app.texts().subList(before, before + 7);
    }

    @Test
    void aFailedWebhookIsRetriedBeforeThePersonsNextOne() {
        town.app.answerNext(500, 503, 404);
        town.writes("Ada Lin", "first");
        town.writes("Ada Lin", "second");

        town.app.awaitEvents(2);
        assertThat(town.app.texts()).containsExactly("first", "second");
        await().until(() -> town.read("webhooks?state=delivered").size() == 2);
        assertThat(town.read("webhooks").at("/0/attempts").size()).isEqualTo(4);
    }

    @Test
    void afterAnHourOfFailuresThePageIsUnsubscribed() {
        town.app.goDown(true);
        town.writes("Ada Lin", "Anybody?");
        await().until(() -> town.read("webhooks").at("/0/attempts").size() > 1);

        town.setClock(Map.of("advance", "PT61M"));
        await().until(() -> town.read("webhooks?state=failed").size() == 1);
        assertThat(town.read("state").at("/pages/0/subscribedFields").size()).isZero();
        town.app.goDown(false);
        town.writes("Ada Lin", "Hello?");
        assertThat(town.read("webhooks").size()).isEqualTo(1);
    }

    @Test
    void nothingIsLostIfTheAppRecoversInTime() {
        town.app.goDown(true);
        IntStream.range(0, 5).forEach(i -> town.writes("Ada Lin", "a" + i));
        IntStream.range(0, 5).forEach(i -> town.writes("Ben Wu", "b" + i));
        await().until(() -> town.read("webhooks").at("/0/attempts").size() > 1);
        town.app.goDown(false);

        town.app.awaitEvents(10);
        assertThat(town.app.texts())
                .containsSubsequence("a0", "a1", "a2", "a3", "a4")
                .containsSubsequence("b0", "b1", "b2", "b3", "b4");
    }

    @Test
    void webhooksCanBeDuplicatedDroppedAndWronglySigned() {
        town.faults(Map.of("webhooks", Map.of("drop", 1, "duplicate", 1)));
        town.writes("Ada Lin", "dropped");
        town.writes("Ada Lin", "twice");
        town.writes("Ada Lin", "once");
        town.app.awaitEvents(3);
        assertThat(town.app.texts()).containsExactly("twice", "twice", "once");

        town.faults(Map.of("webhooks", Map.of("wrongSignature", 1)));
        town.writes("Ada Lin", "forged");
        town.app.awaitEvents(4);
        var forged = town.app.posts().getLast();
        assertThat(forged.sha256())
                .isNotEqualTo(Signature.sha256(Town.SECRET, forged.body().getBytes(US_ASCII)));
    }

    @Test
    void webhooksOfManyPeopleAreDeliveredInParallel() {
        var people =
                IntStream.range(0, 100)
                        .mapToObj(i -> town.act("people", Map.of("name", "Person " + i)))
                        .map(person -> person.path("id").asString())
                        .toList();
        town.act("webhooks/hold", Map.of());
        town.act("messages/bulk", fiveEach(people));
        town.act("webhooks/release", Map.of("times", 2));

        town.app.awaitEvents(1000);
        var mids = new HashSet<String>();
        town.app.events().forEach(event -> mids.add(event.at("/message/mid").asString()));
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
                                                Town.PAGE,
                                                "text",
                                                "message " + i)))
                .toList();
    }

    private static Map<String, Object> with(Map<String, Object> more) {
        var all = new HashMap<>(more);
        all.put("person", "Ada Lin");
        all.put("page", Town.PAGE);
        return all;
    }
}
