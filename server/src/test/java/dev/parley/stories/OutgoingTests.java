package dev.parley.stories;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.testing.TestParley;
import dev.parley.testing.TestParleyExtension;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TestParleyExtension.class)
class OutgoingTests {
    private final TestParley parley;

    OutgoingTests(TestParley parley) {
        this.parley = parley;
    }

    @Test
    void theCustomerPressesAReplyButton() {
        var ann = parley.agent("Ann");
        var ada = parley.customer("Ada");
        ada.writes("Can I come today?");
        ann.accepts(ada);

        ann.asks("When would you like to come?", List.of("Morning, please", "Afternoon"));

        parley.until("Ada is asked", () -> !ada.received().isEmpty());
        var offered = ada.lastHeard().path("quickReplies");
        assertThat(offered.valueStream().map(one -> one.path("title").asString()))
                .containsExactly("Morning, please", "Afternoon");
        ann.seesMark("delivered");
        assertThat(ann.thread()).contains("<li class=\"reply-button\"><bdi>Afternoon</bdi></li>");
        ada.takes("Afternoon");
        ann.sees("Chose");
    }

    @Test
    void replyButtonsAreOnTheLastPartOfALongQuestion() {
        var ann = parley.agent("Ann");
        var ada = parley.customer("Ada");
        ada.writes("Tell me everything");
        ann.accepts(ada);
        var paragraph = "A sentence of some length, again and again. ".repeat(40).strip();

        ann.asks(paragraph + "\n\n" + paragraph, List.of("Yes", "No"));

        parley.until("Ada hears both", () -> ada.received().size() == 2);
        assertThat(ada.lastHeard().path("quickReplies")).hasSize(2);
        assertThat(parley.count("select count(*) from message where content is not null")).isOne();
    }

    /// The server stopped after the echo was stored, and before the outbox deleted its row.
    @Test
    void whatAnEchoConfirmedIsNotSentAgainAfterACrash() {
        var ann = parley.agent("Ann");
        var ada = parley.customer("Ada");
        ada.writes("Where is my parcel?");
        ann.accepts(ada);
        ann.replies("It arrives tomorrow.");
        ann.seesMark("delivered");
        parley.settle();

        for (var state : List.of("QUEUED", "SENDING", "UNKNOWN")) {
            remainsInTheOutbox(state);
            parley.until(
                    "nothing is pending",
                    () -> parley.count("select count(*) from outgoing_message") == 0);
        }

        assertThat(ada.received()).containsExactly("It arrives tomorrow.");
    }

    private void remainsInTheOutbox(String state) {
        var added =
                parley.database()
                        .sql(
                                """
                                insert into outgoing_message (message_id, conversation_id, channel, endpoint, state,
                                                              attempt_id, attempted_at, pending_since, due_at)
                                select id, conversation_id, channel, endpoint, :state,
                                       gen_random_uuid(), sent_at, sent_at, sent_at
                                  from message where author = 'AGENT'
                                """)
                        .param("state", state)
                        .update();
        assertThat(added).isOne();
    }

    @Test
    void invalidReplyButtonsAreRefused() {
        var ann = parley.agent("Ann");
        var ada = parley.customer("Ada");
        ada.writes("Hello");
        ann.accepts(ada);

        assertThat(ann.asks("Which?", List.of("Much too long for a button")).body())
                .contains("1 to 20 characters");
        assertThat(ann.asks("Which?", List.of("Yes", "Yes")).statusCode()).isEqualTo(422);
        assertThat(ann.asks("", List.of("Yes")).body()).contains("send with the reply buttons");
        var fourteen = Collections.nCopies(14, "x");
        assertThat(ann.asks("Which?", fourteen).body()).contains("13 reply buttons");
        assertThat(parley.count("select count(*) from outgoing_message")).isZero();
    }

    @Test
    void aReplyQuotesTheMessageThatItAnswers() {
        var ann = parley.agent("Ann");
        var ada = parley.customer("Ada");
        var mid = ada.writes("Is the oolong back?");
        ada.writes("And are you open on Sunday?");
        ann.accepts(ada).sees("Sunday");

        ann.answers(ann.messageThatSays("Is the oolong back?"), "Yes, since Monday.");

        parley.until("Ada hears", () -> ada.received().contains("Yes, since Monday."));
        assertThat(ada.lastHeard().path("replyTo").asString()).isEqualTo(mid);
        assertThat(ann.thread()).contains("Reply to Ada");
    }

    @Test
    void messagesOfOtherConversationsCannotBeQuoted() {
        var ann = parley.agent("Ann");
        var ben = parley.customer("Ben");
        ben.writes("A secret of Ben's");
        ann.accepts(ben).sees("A secret");
        var ada = parley.customer("Ada");
        ada.writes("Hello");
        ann.accepts(ada);

        var answer = ann.answers(ann.messageThatSays("A secret of Ben's"), "Look");

        assertThat(answer.statusCode()).isEqualTo(422);
        parley.settle();
        assertThat(ada.received()).isEmpty();
    }

    @Test
    void anAgentAddsChangesAndRemovesAReaction() {
        var ann = parley.agent("Ann");
        var ada = parley.customer("Ada");
        var mid = ada.writes("It arrived, thank you!");
        ann.accepts(ada).sees("It arrived");
        var message = ann.messageThatSays("It arrived, thank you!");

        ann.reacts(message, "LIKE");
        parley.until("Ada sees it", () -> ada.reactionTo(mid).equals("like"));
        ann.sees("data-ours=\"LIKE\"");

        ann.reacts(message, "LOVE");
        parley.until("Ada sees another", () -> ada.reactionTo(mid).equals("love"));

        ann.reacts(message, "");
        parley.until("Ada sees none", () -> ada.reactionTo(mid).isEmpty());
        parley.until("Ann sees none", () -> !ann.thread().contains("data-ours"));
    }

    @Test
    void aReactionThatMessengerRefusesIsShownAsFailed() {
        var ann = parley.agent("Ann");
        var ada = parley.customer("Ada");
        ada.writes("Good bye");
        ann.accepts(ada).sees("Good bye");
        ada.blocksThePage();

        ann.reacts(ann.messageThatSays("Good bye"), "SAD");

        ann.sees("Reaction not sent. This person cannot be reached");
    }

    @Test
    void aReactionNeedsTheReplyWindowLikeAMessage() {
        var ann = parley.agent("Ann");
        var ada = parley.customer("Ada");
        ada.writes("Hello");
        ann.accepts(ada).sees("Hello");
        parley.timePasses(Duration.ofHours(25));

        var answer = ann.reacts(ann.messageThatSays("Hello"), "LIKE");

        assertThat(answer.statusCode()).isEqualTo(409);
    }

    @Test
    void onlyTheAssignedAgentCanReact() {
        var ann = parley.agent("Ann");
        var ada = parley.customer("Ada");
        ada.writes("Hello");
        ann.accepts(ada).sees("Hello");
        var ben = parley.agent("Ben");

        var answer = ben.reacts(ben.messageThatSays("Hello"), "LIKE");

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(parley.count("select count(*) from outgoing_reaction")).isZero();
    }
}
