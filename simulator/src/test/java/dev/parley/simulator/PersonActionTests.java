package dev.parley.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/// Actions of people, and the events that the app receives.
@Story
class PersonActionTests {
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
    void theFirstMessageAfterAnAdCarriesTheAd() {
        var ad = Map.of("id", "6045246247433", "title", "Spring harvest", "photo", "https://a/b");
        act("messages", Map.of("text", "Still there?", "referral", Map.of("ref", "r", "ad", ad)));

        var referral = event().at("/message/referral");
        assertThat(referral.path("source").asString()).isEqualTo("ADS");
        assertThat(referral.path("type").asString()).isEqualTo("OPEN_THREAD");
        assertThat(referral.path("ref").asString()).isEqualTo("r");
        assertThat(referral.path("ad_id").asString()).isEqualTo("6045246247433");
        assertThat(referral.at("/ads_context_data/ad_title").asString())
                .isEqualTo("Spring harvest");
        assertThat(referral.at("/ads_context_data/photo_url").asString()).isEqualTo("https://a/b");
        assertThat(note().path("kind").asString()).isEqualTo("ad");
        assertThat(note().path("about").asString()).isEqualTo("Spring harvest");
    }

    @Test
    void aQuestionAboutAProductNamesTheProduct() {
        act("messages", Map.of("text", "In blue?", "referral", Map.of("product", "7001")));

        assertThat(event().at("/message/referral/product/id").asString()).isEqualTo("7001");
        assertThat(event().at("/message/referral").size()).isEqualTo(1);
    }

    @Test
    void aReferralOfANewPersonIsPartOfGetStarted() {
        act(
                "postbacks",
                Map.of(
                        "title", "Get Started",
                        "payload", "GET_STARTED",
                        "referral", Map.of("ref", "shop-window")));

        assertThat(event().at("/postback/mid").asString()).startsWith("m_");
        assertThat(event().at("/postback/title").asString()).isEqualTo("Get Started");
        assertThat(event().at("/postback/referral/ref").asString()).isEqualTo("shop-window");
        assertThat(event().at("/postback/referral/source").asString()).isEqualTo("SHORTLINK");
        assertThat(note().path("kind").asString()).isEqualTo("link");
    }

    @Test
    void aReferralOfAKnownPersonHasNoMessage() {
        simulator.writes("Ada Lin", "Hi");
        act("referrals", Map.of("ref", "shop-window"));

        var referral = simulator.app.awaitEvents(2).get(1);
        assertThat(referral.at("/referral/ref").asString()).isEqualTo("shop-window");
        assertThat(referral.at("/referral").has("ad_id")).isFalse();
        assertThat(simulator.thread("Ada Lin").at("/messages").size()).isEqualTo(1);
    }

    @Test
    void aReplyToOneselfDiffersFromAReplyToThePage() {
        var own = simulator.writes("Ada Lin", "Hi").path("mid").asString();
        var theirs =
                simulator.says(TestSimulator.ADA, "Hello").json().path("message_id").asString();
        act("messages", Map.of("text", "I mean you", "replyTo", theirs));
        act("messages", Map.of("text", "and this", "replyTo", own));

        var replies =
                simulator.app.awaitEvents(5).stream()
                        .filter(event -> event.at("/message").has("reply_to"))
                        .map(event -> event.at("/message/reply_to"))
                        .toList();
        assertThat(replies).hasSize(2);
        assertThat(replies.getFirst().path("mid").asString()).isEqualTo(theirs);
        assertThat(replies.getFirst().path("is_self_reply").asBoolean()).isFalse();
        assertThat(replies.getLast().path("is_self_reply").asBoolean()).isTrue();
    }

    @Test
    void anyEmojiIsAReaction() {
        var mid = simulator.writes("Ada Lin", "Hi").path("mid").asString();
        simulator.act("reactions", Map.of("mid", mid, "reaction", "🧋"));
        simulator.act("reactions", Map.of("mid", mid, "reaction", "wow"));
        simulator.act("reactions", Map.of("mid", mid));

        var events = simulator.app.awaitEvents(4);
        assertThat(events.get(1).at("/reaction/reaction").asString()).isEqualTo("other");
        assertThat(events.get(1).at("/reaction/emoji").asString()).isEqualTo("🧋");
        assertThat(events.get(2).at("/reaction/reaction").asString()).isEqualTo("wow");
        assertThat(events.get(3).at("/reaction/action").asString()).isEqualTo("unreact");
        assertThat(events.get(3).at("/reaction").has("emoji")).isFalse();
        var word = simulator.post("/simulator/reactions", Map.of("mid", mid, "reaction", "great"));
        assertThat(word.status()).isEqualTo(400);
    }

    @Test
    void fiveEditsAreAllowedAndEarlierTextsAreStored() {
        var mid = simulator.writes("Ada Lin", "one").path("mid").asString();
        for (var text : List.of("two", "three", "four", "five", "six")) {
            simulator.act("edits", Map.of("mid", mid, "text", text));
        }

        assertThat(simulator.post("/simulator/edits", Map.of("mid", mid, "text", "seven")).status())
                .isEqualTo(409);
        var last = simulator.app.awaitEvents(6).get(5).at("/message_edit");
        assertThat(last.path("text").asString()).isEqualTo("six");
        assertThat(last.path("num_edit").asInt()).isEqualTo(5);
        var message = simulator.thread("Ada Lin").at("/messages/0");
        assertThat(message.at("/earlier").valueStream().map(JsonNode::asString))
                .containsExactly("one", "two", "three", "four", "five");
    }

    @Test
    void consentIsGivenAndWithdrawn() {
        act("optins", Map.of("title", "New teas", "payload", "TEAS", "frequency", "WEEKLY"));
        act("optins", Map.of("title", "New teas", "payload", "TEAS", "stop", true));

        var given = simulator.app.awaitEvents(2).get(0).path("optin");
        var taken = simulator.app.awaitEvents(2).get(1).path("optin");
        assertThat(given.path("type").asString()).isEqualTo("notification_messages");
        assertThat(given.path("notification_messages_token").asString()).isNotEmpty();
        assertThat(given.path("notification_messages_frequency").asString()).isEqualTo("WEEKLY");
        assertThat(given.path("notification_messages_status").asString())
                .isEqualTo("RESUME_NOTIFICATIONS");
        assertThat(taken.path("notification_messages_status").asString())
                .isEqualTo("STOP_NOTIFICATIONS");
        assertThat(simulator.says(TestSimulator.ADA, "Spring is here").status()).isEqualTo(400);
    }

    @Test
    void aPluginOnAWebsiteSendsItsOwnOptIn() {
        act("optins", Map.of("ref", "checkout"));

        assertThat(event().at("/optin/ref").asString()).isEqualTo("checkout");
        assertThat(event().at("/optin/user_ref").asString()).isNotEmpty();
    }

    @Test
    void accountsAreLinkedAndUnlinked() {
        act("account-links", Map.of("linked", true, "code", "c-1"));
        act("account-links", Map.of("linked", false));

        var events = simulator.app.awaitEvents(2);
        assertThat(events.get(0).at("/account_linking/status").asString()).isEqualTo("linked");
        assertThat(events.get(0).at("/account_linking/authorization_code").asString())
                .isEqualTo("c-1");
        assertThat(events.get(1).at("/account_linking/status").asString()).isEqualTo("unlinked");
        assertThat(events.get(1).at("/account_linking").has("authorization_code")).isFalse();
    }

    @Test
    void aFeedbackFormIsFilledIn() {
        var rating = Map.of("type", "csat", "payload", "5", "followUp", "great");
        act("feedback", Map.of("answers", Map.of("q1", rating)));

        var answer = event().at("/messaging_feedback/feedback_screens/0/questions/q1");
        assertThat(answer.path("type").asString()).isEqualTo("csat");
        assertThat(answer.path("payload").asString()).isEqualTo("5");
        assertThat(answer.at("/follow_up/payload").asString()).isEqualTo("great");
    }

    @Test
    void aThumbRatesAReply() {
        simulator.writes("Ada Lin", "Hi");
        var mid = simulator.says(TestSimulator.ADA, "Hello").json().path("message_id").asString();
        act("opinions", Map.of("mid", mid, "good", false));

        var opinion = simulator.app.awaitEvents(4).get(3).path("response_feedback");
        assertThat(opinion.path("feedback").asString()).isEqualTo("Bad response");
        assertThat(opinion.path("mid").asString()).isEqualTo(mid);
    }

    @Test
    void metasInboxCanSendAttachmentsAndReplies() {
        var mid = simulator.writes("Ada Lin", "Where?").path("mid").asString();
        act("inbox-replies", Map.of("location", Map.of("lat", 25, "long", 121), "replyTo", mid));

        var echo = simulator.app.awaitEvents(2).get(1).path("message");
        assertThat(echo.path("is_echo").asBoolean()).isTrue();
        assertThat(echo.has("metadata")).isFalse();
        assertThat(echo.at("/attachments/0/type").asString()).isEqualTo("location");
        assertThat(echo.at("/reply_to/mid").asString()).isEqualTo(mid);
    }

    @Test
    void aDeletedAccountIsUnknown() {
        var mid = simulator.writes("Ada Lin", "Bye").path("mid").asString();
        var gone =
                simulator.request(
                        "DELETE", "/simulator/people/" + TestSimulator.ADA, "", "text/plain");

        assertThat(gone.status()).isEqualTo(204);
        assertThat(simulator.read("state").at("/people/0/gone").asBoolean()).isTrue();
        assertThat(simulator.says(TestSimulator.ADA, "Wait").error().path("error_subcode").asInt())
                .isEqualTo(2018001);
        assertThat(
                        simulator
                                .get(
                                        "/v26.0/"
                                                + TestSimulator.ADA
                                                + "?access_token="
                                                + TestSimulator.TOKEN)
                                .status())
                .isEqualTo(400);
        assertThat(simulator.post("/simulator/edits", Map.of("mid", mid, "text", "x")).status())
                .isEqualTo(409);
        assertThat(simulator.post("/simulator/messages", between(Map.of("text", "x"))).status())
                .isEqualTo(409);
        assertThat(simulator.thread("Ada Lin").at("/messages/0/text").asString()).isEqualTo("Bye");
    }

    private JsonNode act(String what, Map<String, Object> detail) {
        return simulator.act(what, between(detail));
    }

    private static Map<String, Object> between(Map<String, Object> detail) {
        var body = new HashMap<>(detail);
        body.put("person", "Ada Lin");
        body.put("page", TestSimulator.PAGE);
        return body;
    }

    private JsonNode event() {
        return simulator.app.awaitEvents(1).getFirst();
    }

    private JsonNode note() {
        return simulator.thread("Ada Lin").at("/notes/0");
    }
}
