package dev.parley.stories;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.inbox.DeadLetter;
import dev.parley.inbox.DeadLetterHandling;
import dev.parley.inbox.DeadLetters;
import dev.parley.messenger.account.FacebookPages;
import dev.parley.messenger.account.Secret;
import dev.parley.testing.Meta;
import dev.parley.testing.TestParley;
import dev.parley.testing.TestParleyExtension;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TestParleyExtension.class)
class ReceivingTests {
    private final TestParley parley;
    private final Meta meta;

    ReceivingTests(TestParley parley) {
        this.parley = parley;
        this.meta = new Meta(parley);
    }

    @Test
    void aSignedMessageIsStoredBeforeItIsAcknowledged() {
        var answer = meta.posts(meta.text("2401", "m_1", "Hello", 1_795_000_000_000L));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(parley.count("select count(*) from envelope")).isOne();
        parley.until("it is stored", () -> parley.count("select count(*) from message") == 2);
    }

    @Test
    void repeatedDeliveriesAreStoredOnce() {
        var body = meta.text("2401", "m_1", "Hello", 1_795_000_000_000L);

        for (var time = 0; time < 5; time++) {
            assertThat(meta.posts(body).statusCode()).isEqualTo(200);
        }

        assertThat(parley.count("select count(*) from envelope")).isOne();
    }

    @Test
    void withoutTheRightSignatureNothingIsStored() {
        var body = meta.text("2401", "m_1", "Hello", 1_795_000_000_000L);

        assertThat(meta.posts(body, null).statusCode()).isEqualTo(401);
        assertThat(meta.posts(body, "sha256=00").statusCode()).isEqualTo(401);
        assertThat(meta.posts(body, meta.signature(body + " ")).statusCode()).isEqualTo(401);

        assertThat(parley.count("select count(*) from envelope")).isZero();
        assertThat(parley.count("select count(*) from dead_letter")).isZero();
    }

    @Test
    void theHandshakeNeedsTheRightToken() {
        var token = parley.account().verifyToken().reveal();

        assertThat(meta.handshake(token, "12345").body()).isEqualTo("12345");
        assertThat(meta.handshake("guess", "12345").statusCode()).isEqualTo(403);
    }

    @Test
    void badRequestsGetTheReason() {
        assertThat(meta.posts("x".repeat(4 * 1024 * 1024 + 1)).statusCode()).isEqualTo(413);
        assertThat(meta.puts().statusCode()).isEqualTo(405);
        assertThat(meta.posts("{\"object\":").statusCode()).isEqualTo(200);

        var letters = parley.part(DeadLetters.class).waiting();
        assertThat(letters)
                .singleElement()
                .extracting(DeadLetter::cause)
                .isEqualTo(DeadLetter.Cause.NOT_JSON);
    }

    @Test
    void anEventOfAnUnknownPageIsADeadLetterAndCanBeRetried() {
        var body = meta.text("2401", "m_1", "Hello", 1_795_000_000_000L);
        var elsewhere = body.replace(parley.page(), "999000999");
        assertThat(meta.posts(elsewhere).statusCode()).isEqualTo(200);
        var letters = parley.part(DeadLetters.class);
        var letter = letters.waiting().getFirst();
        assertThat(letter.endpoint()).isEqualTo("999000999");

        var pages = parley.part(FacebookPages.class);
        pages.add(
                parley.account().id(), "999000999", "Late page", new Secret("t"), parley.anyUser());
        parley.part(DeadLetterHandling.class).retry(letter.id(), parley.anyUser());

        parley.until("it is stored", () -> parley.count("select count(*) from message") == 2);
        pages.remove(pages.byPageId("999000999").orElseThrow(), parley.anyUser());
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
                        .replace("PAGE", parley.page());

        assertThat(meta.posts(body).statusCode()).isEqualTo(200);

        parley.until(
                "the last is stored",
                () ->
                        parley.count("select count(*) from message where text = 'The last one'")
                                == 1);
        assertThat(parley.count("select count(*) from message where kind = 'UNSUPPORTED'")).isOne();
        assertThat(parley.count("select count(*) from dead_letter")).isZero();
        assertThat(parley.count("select count(*) from conversation")).isOne();
    }

    @Test
    void anEchoThatClaimsACustomersMessageChangesNothing() {
        var body = meta.text("2401", "m_1", "Hello", 1_795_000_000_000L);
        meta.posts(body);
        parley.until("it is stored", () -> parley.count("select count(*) from message") == 2);

        meta.posts(
                """
                {"object":"page","entry":[{"id":"PAGE","time":1,"messaging":[{"sender":{"id":"PAGE"},\
                "recipient":{"id":"2401"},"timestamp":1795000000000,"message":{"mid":"m_1",\
                "is_echo":true,"text":"Hello"}}]}]}\
                """
                        .replace("PAGE", parley.page()));

        parley.until(
                "all is processed",
                () -> parley.count("select count(*) from waiting_envelope") == 0);
        assertThat(parley.count("select count(*) from dead_letter")).isZero();
        assertThat(parley.count("select count(*) from message where author = 'CUSTOMER'")).isOne();
    }

    @Test
    void anEditShowsTheNewTextAndStoresTheOldOne() {
        var ann = parley.agent("Ann");
        var ada = parley.customer("Ada");
        var mid = ada.writes("I mean Tuseday");
        ann.accepts(ada);

        ada.edits(mid, "I mean Tuesday");

        ann.sees("I mean Tuesday");
        assertThat(ann.thread()).contains("I mean Tuseday").contains("Edited");
    }

    @Test
    void unsentMessagesAreErasedEverywhere() {
        var ann = parley.agent("Ann");
        var ada = parley.customer("Ada");
        var mid = ada.writes("my password is hunter2");
        ann.accepts(ada);

        ada.unsends(mid);

        ann.sees("This message was unsent");
        assertThat(ann.thread()).doesNotContain("hunter2");
        assertThat(parley.count("select count(*) from envelope where payload like '%hunter2%'"))
                .isZero();
        assertThat(parley.count("select count(*) from message where text like '%hunter2%'"))
                .isZero();
        assertThat(ann.worklist("mine")).doesNotContain("hunter2");
    }

    @Test
    void reactionsAndAnswersAreShownAtTheirMessage() {
        var ann = parley.agent("Ann");
        var ada = parley.customer("Ada");
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
        var ann = parley.agent("Ann");
        var ada = parley.customer("Ada");

        ada.presses("Get started");

        ann.accepts(ada).sees("Get started");
    }

    @Test
    void withoutPermissionTheCustomerIsAVisitorWithANumber() {
        parley.simulator().put("/simulator/faults", Map.of("profileAccess", false));
        meta.posts(meta.text("2401", "m_1", "Who am I?", 1_795_000_000_000L));

        parley.until("it is stored", () -> parley.count("select count(*) from message") == 2);
        var ann = parley.agent("Ann");
        parley.until("a visitor is offered", () -> ann.worklist("mine").contains("Visitor "));
    }
}
