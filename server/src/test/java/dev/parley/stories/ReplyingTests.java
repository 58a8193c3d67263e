package dev.parley.stories;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.testing.TestParley;
import dev.parley.testing.TestParleyExtension;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TestParleyExtension.class)
class ReplyingTests {
    private final TestParley parley;

    ReplyingTests(TestParley parley) {
        this.parley = parley;
    }

    @Test
    void aCustomerIsAnsweredByTheAgentWhoAccepts() {
        var ann = parley.agent("Ann");
        var ada = parley.customer("Ada");
        ada.writes("Is my parcel lost?");

        ann.accepts(ada).sees("Is my parcel lost?");
        ann.replies("It arrives tomorrow.");

        parley.until("Ada hears", () -> ada.received().contains("It arrives tomorrow."));
        ann.seesMark("delivered");
        ada.reads();
        ann.seesMark("read");
    }

    @Test
    void theSamePersonFromAnotherDeviceContinuesTheSameConversation() {
        var ann = parley.agent("Ann");
        var ada = parley.customer("Ada");
        ada.writes("From the page");
        ann.accepts(ada);
        ada.writes("From the phone");

        ann.sees("From the phone");
        assertThat(parley.count("select count(*) from conversation")).isOne();
    }

    @Test
    void afterClosingTheNextMessageOpensAnotherConversation() {
        var ann = parley.agent("Ann");
        var ada = parley.customer("Ada");
        ada.writes("First");
        ann.accepts(ada).does("end");
        ann.does("close");

        ada.writes("Second");

        var first = ann.conversation();
        ann.accepts(ada);
        assertThat(ann.conversation()).isNotEqualTo(first);
        assertThat(ann.thread()).contains("Second").doesNotContain("First");
        assertThat(ann.region("customer")).contains("/desk/conversations/" + first);
    }

    @Test
    void aReplyPostedTwiceWithOneKeyArrivesOnce() {
        var ann = parley.agent("Ann");
        var ada = parley.customer("Ada");
        ada.writes("Hello");
        ann.accepts(ada);
        var key = UUID.randomUUID();

        assertThat(ann.tries("Good morning", key).statusCode()).isEqualTo(204);
        assertThat(ann.tries("Good morning", key).statusCode()).isEqualTo(204);

        parley.until("Ada hears", () -> !ada.received().isEmpty());
        ann.seesMark("delivered");
        assertThat(ada.received()).containsExactly("Good morning");
    }

    @Test
    void aLongReplyArrivesInOrderAsSeveralMessages() {
        var ann = parley.agent("Ann");
        var ada = parley.customer("Ada");
        ada.writes("Tell me everything");
        ann.accepts(ada);
        var paragraph = "A sentence of some length, again and again. ".repeat(30).strip();

        ann.replies(paragraph + "\n\n" + paragraph + "\n\n" + paragraph);

        parley.until("Ada hears all", () -> ada.received().size() == 3);
        assertThat(ada.received()).containsExactly(paragraph, paragraph, paragraph);
    }

    @Test
    void repliesFromMetasInboxAreShownInTheThread() {
        var ann = parley.agent("Ann");
        var ada = parley.customer("Ada");
        ada.writes("Hello");
        ann.accepts(ada);

        ada.isAnsweredInMetasOwnInbox("From the owner's phone");

        ann.sees("From the owner");
        assertThat(ann.thread()).contains("in the channel’s own inbox");
        assertThat(parley.count("select count(*) from conversation")).isOne();
    }

    @Test
    void theCustomerSeesThatTheAgentIsTyping() {
        var ann = parley.agent("Ann");
        var ada = parley.customer("Ada");
        ada.writes("Hello");
        ann.accepts(ada).does("typing");

        parley.until("Ada sees typing", ada::seesTyping);
    }

    @Test
    void aFailedReplyShowsItsCauseAndCanBeSentAgain() {
        var ann = parley.agent("Ann");
        var ada = parley.customer("Ada");
        ada.writes("Hello");
        ann.accepts(ada);
        parley.simulator().refuseNext(1, 551, 0);

        ann.replies("Are you there?");

        ann.seesMark("failed");
        assertThat(ann.thread()).contains("This person cannot be reached");
        var message = parley.database().sql("select id from message where status = 'FAILED'");
        var id = message.query(UUID.class).single();
        ann.post("/desk/messages/%s/resend".formatted(id), Map.of());
        parley.until("Ada hears", () -> ada.received().contains("Are you there?"));
    }

    @Test
    void aReplyWithATemporaryErrorIsRetriedAndArrivesOnce() {
        var ann = parley.agent("Ann");
        var ada = parley.customer("Ada");
        ada.writes("Hello");
        ann.accepts(ada);
        parley.simulator().refuseNext(2, 2, 0);

        ann.replies("Patience");

        ann.seesMark("delivered");
        assertThat(ada.received()).containsExactly("Patience");
    }

    @Test
    void aReplyWhoseResponseIsLostIsSettledByItsEcho() {
        var ann = parley.agent("Ann");
        var ada = parley.customer("Ada");
        ada.writes("Hello");
        ann.accepts(ada);
        parley.simulator().cutNext("after");

        ann.replies("Did this arrive?");

        ann.seesMark("delivered");
        assertThat(ada.received()).containsExactly("Did this arrive?");
    }

    @Test
    void aReplyThatNeverArrivedIsFoundMissingAndSentAgain() {
        var ann = parley.agent("Ann");
        var ada = parley.customer("Ada");
        ada.writes("Hello");
        ann.accepts(ada);
        parley.simulator().cutNext("before");

        ann.replies("Lost on the way");

        ann.seesMark("delivered");
        assertThat(ada.received()).containsExactly("Lost on the way");
    }

    @Test
    void aReplyThatNeverArrivedIsFoundMissingAmongManyCustomerMessages() {
        var ann = parley.agent("Ann");
        var ada = parley.customer("Ada");
        ada.writes("Hello");
        ann.accepts(ada);
        parley.simulator().cutNext("before");

        ann.replies("Lost on the way");
        IntStream.rangeClosed(1, 30).forEach(number -> ada.writes("And another thing " + number));

        parley.until("Ada hears", () -> ada.received().equals(List.of("Lost on the way")));
        ann.seesMark("delivered");
    }

    @Test
    void afterADayTheWindowIsClosedAndAMessageReopensIt() {
        var ann = parley.agent("Ann");
        var ada = parley.customer("Ada");
        ada.writes("Hello");
        ann.accepts(ada);
        parley.timePasses(Duration.ofHours(25));

        assertThat(ann.tries("Too late").statusCode()).isEqualTo(422);
        assertThat(ann.region("composer-state")).contains("data-window=\"closed\"");
        ada.writes("I am back");
        ann.sees("I am back");
        ann.replies("Welcome back");
        parley.until("Ada hears", () -> ada.received().contains("Welcome back"));
    }

    @Test
    void withTheMessageTagAnAgentCanReplyForSevenDays() {
        var ann = parley.agent("Ann");
        var ada = parley.customer("Ada");
        ada.writes("Hello");
        ann.accepts(ada);
        parley.messageTag(true);
        parley.simulator().put("/simulator/faults", Map.of("humanAgentApproved", true));
        parley.timePasses(Duration.ofHours(25));

        ann.replies("Sorry for the wait");

        parley.until("Ada hears", () -> ada.received().contains("Sorry for the wait"));
        assertThat(parley.simulator().sends().getLast().path("tag").asString())
                .isEqualTo("HUMAN_AGENT");
        parley.timePasses(Duration.ofDays(7));
        assertThat(ann.tries("Much too late").statusCode()).isEqualTo(422);
    }
}
