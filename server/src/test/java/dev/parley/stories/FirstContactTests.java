package dev.parley.stories;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.testing.Desk;
import dev.parley.testing.Meta;
import dev.parley.testing.TestParley;
import dev.parley.testing.TestParleyExtension;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// The ways a customer may start: a button, a link, an advert. And the events that notify no agent.
@ExtendWith(TestParleyExtension.class)
class FirstContactTests {
    private static final String PERSON = "2401";

    private final TestParley parley;
    private final Meta meta;
    private final long now = System.currentTimeMillis();

    FirstContactTests(TestParley parley) {
        this.parley = parley;
        this.meta = new Meta(parley);
    }

    @Test
    void aFollowedLinkOpensAConversationThatCanBeAnswered() {
        var ann = parley.agent("Ann");

        posts("'referral':{'ref':'summer-flyer','source':'SHORTLINK','type':'OPEN_THREAD'}");

        takes(ann);
        ann.sees("Followed a link");
        assertThat(ann.thread()).contains("summer-flyer");
        ann.replies("Welcome!");
    }

    @Test
    void anAdvertIsShownAboveItsMessage() {
        var ann = parley.agent("Ann");

        posts(
                "'message':{'mid':'m_1','text':'Is this still to be had?','referral':{'ref':'R7',"
                        + "'ad_id':'604','source':'ADS','ads_context_data':{'ad_title':'Spring tea',"
                        + "'photo_url':'https://ads.example/tea.jpg'}}}");

        takes(ann);
        ann.sees("Spring tea");
        var thread = ann.thread();
        assertThat(thread)
                .contains("https://ads.example/tea.jpg")
                .doesNotContain("<img src=\"https");
        assertThat(thread.indexOf("Spring tea")).isLessThan(thread.indexOf("Is this still"));
    }

    @Test
    void getStartedShowsItsReferral() {
        var ann = parley.agent("Ann");

        posts(
                "'postback':{'mid':'m_1','title':'Get started','payload':'GO','referral':"
                        + "{'ref':'window','source':'MESSENGER_CODE','type':'OPEN_THREAD'}}");

        takes(ann);
        ann.sees("Get started");
        assertThat(ann.thread()).contains("window");
    }

    @Test
    void eventsThatNeedNoAnswerNotifyNoAgent() {
        posts("'optin':{'ref':'newsletter'}");
        posts("'account_linking':{'status':'linked'}");
        posts("'read':{'watermark':1}");
        posts("'delivery':{'watermark':1}");

        parley.handled(4);
        assertThat(states()).isEqualTo("WAITING");
        parley.settle();
        assertThat(parley.count("select count(*) from offer")).isZero();
        assertThat(parley.count("select count(*) from work_item")).isZero();
        assertThat(parley.count("select sum(unread) from conversation")).isZero();
        assertThat(parley.count("select count(last_customer_act_at) from conversation")).isZero();
        assertThat(parley.count("select count(*) from message where kind = 'SUBSCRIPTION'"))
                .isOne();
    }

    @Test
    void aReactionOpensTheReplyWindowAndNoConversation() {
        var ann = parley.agent("Ann");
        posts("'message':{'mid':'m_1','text':'Hello'}");
        takes(ann);
        ann.does("end");
        ann.does("close");
        parley.timePasses(Duration.ofDays(2));

        meta.tells(
                PERSON,
                now + Duration.ofDays(2).toMillis(),
                "'reaction':{'mid':'m_1','action':'react','reaction':'love','emoji':'x'}");

        parley.handled(2);
        assertThat(states()).isEqualTo("CLOSED");
        assertThat(
                        parley.count(
                                "select count(*) from conversation where last_customer_act_at >"
                                        + " opened_at + interval '1 day'"))
                .isOne();
    }

    @Test
    void feedbackAfterTheEndIsShownInItsConversation() {
        var ann = parley.agent("Ann");
        posts("'message':{'mid':'m_1','text':'Hello'}");
        takes(ann);
        ann.does("end");
        ann.does("close");

        posts(
                "'messaging_feedback':{'feedback_screens':[{'screen_id':0,'questions':{'q':{"
                        + "'type':'csat','payload':'4','follow_up':{'type':'free_form',"
                        + "'payload':'Very quick'}}}}]}");

        parley.handled(2);
        assertThat(states()).isEqualTo("CLOSED");
        ann.opens(conversation());
        ann.sees("Gave feedback");
        assertThat(ann.thread()).contains("4 of 5").contains("Very quick");
    }

    private void posts(String part) {
        meta.tells(PERSON, now, part);
    }

    private void takes(Desk ann) {
        parley.until("there is an offer", () -> ann.worklist("mine").contains("data-offer"));
        ann.opens(conversation());
        ann.does("assign-to-me");
    }

    private String conversation() {
        return parley.database()
                .sql("select id::text from conversation")
                .query(String.class)
                .single();
    }

    private String states() {
        return parley.database().sql("select state from conversation").query(String.class).single();
    }
}
