package dev.parley.stories;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.house.House;
import dev.parley.house.HouseExtension;
import dev.parley.house.Meta;
import dev.parley.inbox.DeadLetter;
import dev.parley.inbox.DeadLetterHandling;
import dev.parley.inbox.DeadLetters;
import dev.parley.messenger.account.FacebookPages;
import dev.parley.messenger.account.Secret;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(HouseExtension.class)
class ReceivingTests {
    private final House house;
    private final Meta meta;

    ReceivingTests(House house) {
        this.house = house;
        this.meta = new Meta(house);
    }

    @Test
    void aSignedMessageIsStoredBeforeItIsAcknowledged() {
        var answer = meta.posts(meta.text("2401", "m_1", "Hello", 1_795_000_000_000L));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(house.count("select count(*) from envelope")).isOne();
        house.until("it is stored", () -> house.count("select count(*) from message") == 2);
    }

    @Test
    void repeatedDeliveriesAreStoredOnce() {
        var body = meta.text("2401", "m_1", "Hello", 1_795_000_000_000L);

        for (var time = 0; time < 5; time++) {
            assertThat(meta.posts(body).statusCode()).isEqualTo(200);
        }

        assertThat(house.count("select count(*) from envelope")).isOne();
    }

    @Test
    void withoutTheRightSignatureNothingIsStored() {
        var body = meta.text("2401", "m_1", "Hello", 1_795_000_000_000L);

        assertThat(meta.posts(body, null).statusCode()).isEqualTo(401);
        assertThat(meta.posts(body, "sha256=00").statusCode()).isEqualTo(401);
        assertThat(meta.posts(body, meta.signature(body + " ")).statusCode()).isEqualTo(401);

        assertThat(house.count("select count(*) from envelope")).isZero();
        assertThat(house.count("select count(*) from dead_letter")).isZero();
    }

    @Test
    void theHandshakeNeedsTheRightToken() {
        var token = house.account().verifyToken().reveal();

        assertThat(meta.handshake(token, "12345").body()).isEqualTo("12345");
        assertThat(meta.handshake("guess", "12345").statusCode()).isEqualTo(403);
    }

    @Test
    void badRequestsGetTheReason() {
        assertThat(meta.posts("x".repeat(4 * 1024 * 1024 + 1)).statusCode()).isEqualTo(413);
        assertThat(meta.puts().statusCode()).isEqualTo(405);
        assertThat(meta.posts("{\"object\":").statusCode()).isEqualTo(200);

        var letters = house.part(DeadLetters.class).waiting();
        assertThat(letters)
                .singleElement()
                .extracting(DeadLetter::cause)
                .isEqualTo(DeadLetter.Cause.NOT_JSON);
    }

    @Test
    void anEventOfAnUnknownPageIsADeadLetterAndCanBeRetried() {
        var body = meta.text("2401", "m_1", "Hello", 1_795_000_000_000L);
        var elsewhere = body.replace(house.page(), "999000999");
        assertThat(meta.posts(elsewhere).statusCode()).isEqualTo(200);
        var letters = house.part(DeadLetters.class);
        var letter = letters.waiting().getFirst();
        assertThat(letter.endpoint()).isEqualTo("999000999");

        var pages = house.part(FacebookPages.class);
        pages.add(house.account().id(), "999000999", "Late page", new Secret("t"), house.anyUser());
        house.part(DeadLetterHandling.class).retry(letter.id(), house.anyUser());

        house.until("it is stored", () -> house.count("select count(*) from message") == 2);
        pages.remove(pages.byPageId("999000999").orElseThrow(), house.anyUser());
    }

    @Test
    void noEventStopsTheNextOnes() {
        var body =
                """
                {"object":"page","entry":[
                 {"id":"PAGE","time":1795000000000},
                 {"id":"PAGE","time":1795000000000,"messaging":[
                  {"sender":{"id":2401},"recipient":{"id":"PAGE"},"timestamp":1795000000,
                   "never_heard_of":{"a":1}},
                  {},
                  "nonsense",
                  {"sender":{"id":"2401"},"recipient":{"id":"PAGE"},"timestamp":1795000001000,
                   "message":{"mid":"m_nul","text":"a\\u0000b \\ud800 c"}},
                  {"sender":{"id":"2401"},"recipient":{"id":"PAGE"},"timestamp":1795000002000,
                   "message":{"mid":"m_last","text":"The last one"}}]}]}
                """
                        .replace("PAGE", house.page());

        assertThat(meta.posts(body).statusCode()).isEqualTo(200);

        house.until(
                "the last is stored",
                () -> house.count("select count(*) from message where text = 'The last one'") == 1);
        assertThat(house.count("select count(*) from message where kind = 'UNSUPPORTED'")).isOne();
        assertThat(house.count("select count(*) from dead_letter")).isZero();
        assertThat(house.count("select count(*) from conversation")).isOne();
    }

    @Test
    void anEchoThatClaimsACustomersMessageChangesNothing() {
        var body = meta.text("2401", "m_1", "Hello", 1_795_000_000_000L);
        meta.posts(body);
        house.until("it is stored", () -> house.count("select count(*) from message") == 2);

        meta.posts(
                """
                {"object":"page","entry":[{"id":"PAGE","time":1,"messaging":[{"sender":{"id":"PAGE"},\
                "recipient":{"id":"2401"},"timestamp":1795000000000,"message":{"mid":"m_1",\
                "is_echo":true,"text":"Hello"}}]}]}\
                """
                        .replace("PAGE", house.page()));

        house.until(
                "all is processed",
                () -> house.count("select count(*) from envelope where handled_at is null") == 0);
        assertThat(house.count("select count(*) from dead_letter")).isZero();
        assertThat(house.count("select count(*) from message where author = 'CUSTOMER'")).isOne();
    }

    @Test
    void anEditShowsTheNewTextAndStoresTheOldOne() {
        var ann = house.agent("Ann");
        var ada = house.customer("Ada");
        var mid = ada.writes("I mean Tuseday");
        ann.accepts(ada);

        ada.edits(mid, "I mean Tuesday");

        ann.sees("I mean Tuesday");
        assertThat(ann.thread()).contains("I mean Tuseday").contains("Edited");
    }

    @Test
    void unsentMessagesAreErasedEverywhere() {
        var ann = house.agent("Ann");
        var ada = house.customer("Ada");
        var mid = ada.writes("my password is hunter2");
        ann.accepts(ada);

        ada.unsends(mid);

        ann.sees("This message was unsent");
        assertThat(ann.thread()).doesNotContain("hunter2");
        assertThat(house.count("select count(*) from envelope where payload like '%hunter2%'"))
                .isZero();
        assertThat(house.count("select count(*) from message where text like '%hunter2%'"))
                .isZero();
        assertThat(ann.worklist("mine")).doesNotContain("hunter2");
    }

    @Test
    void reactionsAndAnswersAreShownAtTheirMessage() {
        var ann = house.agent("Ann");
        var ada = house.customer("Ada");
        var mid = ada.writes("Two boxes, please");
        ann.accepts(ada);

        ada.answers(mid, "Or three");
        ada.reacts(mid, "love");

        ann.sees("Or three");
        ann.sees("class=\"quote\"");
        ann.sees("class=\"reactions\"");
    }

    @Test
    void aPressedButtonOpensAConversation() {
        var ann = house.agent("Ann");
        var ada = house.customer("Ada");

        ada.presses("Get started");

        ann.accepts(ada).sees("Get started");
    }

    @Test
    void withoutPermissionTheCustomerIsAVisitorWithANumber() {
        house.simulator().put("/simulator/faults", Map.of("profileAccess", false));
        meta.posts(meta.text("2401", "m_1", "Who am I?", 1_795_000_000_000L));

        house.until("it is stored", () -> house.count("select count(*) from message") == 2);
        var ann = house.agent("Ann");
        house.until("a visitor is offered", () -> ann.worklist("mine").contains("Visitor "));
    }
}
