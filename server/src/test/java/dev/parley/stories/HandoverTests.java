package dev.parley.stories;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.testing.Desk;
import dev.parley.testing.Meta;
import dev.parley.testing.TestCustomer;
import dev.parley.testing.TestParley;
import dev.parley.testing.TestParleyExtension;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Several apps of a page control a thread in turn (conversation routing).
@ExtendWith(TestParleyExtension.class)
class HandoverTests {
    private static final String PERSON = "2401";
    private static final String BOT = "555000111";
    private static final String READ_ANSWERS =
            "select count(*) from message where author = 'OUTSIDE' and status = 'READ'";

    private final TestParley parley;
    private final Meta meta;
    private final long now = System.currentTimeMillis();

    HandoverTests(TestParley parley) {
        this.parley = parley;
        this.meta = new Meta(parley);
    }

    @Test
    void messagesToAnotherAppAreStoredAndNotifyNoAgent() {
        var ann = parley.agent("Ann");
        overhears("'message':{'mid':'m_1','text':'Where is my parcel?'}");
        echoes("m_2", "I am a bot. Let me fetch somebody.");
        overhears("'read':{'watermark':%d}".formatted(now));
        parley.handled(3);
        parley.settle();
        assertThat(parley.count("select count(*) from work_item")).isZero();
        assertThat(parley.count("select sum(unread) from conversation")).isZero();
        assertThat(parley.count(READ_ANSWERS)).isOne();
        assertThat(ann.worklist("mine")).doesNotContain("data-offer");

        passesToUs();

        takes(ann);
        ann.sees("was passed to Parley");
        assertThat(ann.thread())
                .contains("Where is my parcel?")
                .contains("I am a bot.")
                .contains("controlled by another app");
        ann.replies("Here I am.");
    }

    @Test
    void theComposerIsClosedWhenAnotherAppTakesTheThread() {
        var ann = parley.agent("Ann");
        posts("'message':{'mid':'m_1','text':'Hello'}");
        takes(ann);

        posts(
                "'take_thread_control':{'previous_owner_app_id':'%s','new_owner_app_id':'%s'}"
                        .formatted(parley.account().applicationId(), BOT));

        ann.sees("was taken over by the app " + BOT);
        assertThat(ann.region("composer-state")).contains("controlled by the app " + BOT);
        assertThat(ann.region("control")).contains("control-take-over").contains("control-request");
    }

    @Test
    void aThreadControlledByParleyCanBePassedOn() {
        var ann = parley.agent("Ann");
        posts("'message':{'mid':'m_1','text':'Hello'}");
        takes(ann);

        passesToUs();

        ann.sees("was passed to Parley");
        assertThat(ann.region("control"))
                .contains("Pass to the channel’s own inbox")
                .contains("Pass to the app " + BOT)
                .contains("control-release");
    }

    @Test
    void aDirectMessageProvesThatNoOtherAppHasControl() {
        var ann = parley.agent("Ann");
        overhears("'message':{'mid':'m_1','text':'Hello, bot'}");
        parley.handled(1);

        posts("'message':{'mid':'m_2','text':'Hello, people'}");

        takes(ann);
        ann.sees("Hello, people");
        assertThat(ann.region("composer-state")).doesNotContain("controlled by");
    }

    @Test
    void anAppThatRequestsTheThreadIsShown() {
        var ann = parley.agent("Ann");
        posts("'message':{'mid':'m_1','text':'Hello'}");
        takes(ann);

        posts("'request_thread_control':{'requested_owner_app_id':'263902037430900'}");

        ann.sees("was requested by the channel’s own inbox");
    }

    @Test
    void aRefusalShowsThatAnotherAppControlsTheThread() {
        var ann = parley.agent("Ann");
        var ada = parley.customer("Ada");
        ada.writes("Hello");
        ann.accepts(ada);
        parley.simulator().refuseNext(1, 10, 2018300);

        ann.replies("Good morning");

        ann.seesMark("failed");
        assertThat(ann.region("composer-state")).contains("controlled by another app");
        assertThat(ann.region("control")).contains("control-take-over");
        assertThat(ann.sends("Hello?").statusCode()).isEqualTo(409);
    }

    @Test
    void theDeskPassesRequestsTakesAndReleases() {
        var bot = parley.simulator().post("/simulator/apps", Map.of("name", "Tea bot"));
        var botId = bot.path("id").asString();
        isDefault(botId);
        var ann = parley.agent("Ann");
        var ada = parley.customer("Ada");
        ada.writes("Hello, bot");
        parley.settle();
        assertThat(ann.isOffered(ada)).isFalse();
        parley.simulator()
                .post(control(ada), Map.of("action", "pass", "app", botId, "to", ourApp()));
        ann.accepts(ada).replies("Here I am.");
        parley.until("Ada hears it", () -> ada.received().contains("Here I am."));

        assertThat(asks(ann, "pass", botId)).isEqualTo(204);
        assertThat(owner(ada)).isEqualTo(botId);
        assertThat(ann.region("composer-state")).contains("controlled by the app " + botId);

        assertThat(asks(ann, "request", "")).isEqualTo(204);
        assertThat(ann.act("control/take-over", Map.of()).body())
                .contains("The channel did not allow this", "default");
        isDefault(ourApp());
        assertThat(asks(ann, "take-over", "")).isEqualTo(204);
        assertThat(owner(ada)).isEqualTo(ourApp());
        assertThat(ann.region("composer-state")).doesNotContain("controlled by");

        isDefault(botId);
        assertThat(asks(ann, "release", "")).isEqualTo(204);
        assertThat(owner(ada)).isEqualTo(botId);
        assertThat(ann.thread())
                .contains("Ann passed the conversation to the app " + botId)
                .contains("Ann took over the conversation")
                .contains("Ann released the conversation");
    }

    private int asks(Desk ann, String what, String app) {
        return ann.act("control/" + what, Map.of("app", app)).statusCode();
    }

    private String ourApp() {
        return parley.account().applicationId();
    }

    private void isDefault(String app) {
        parley.simulator()
                .put(
                        "/simulator/pages/%s/default-app".formatted(parley.page()),
                        Map.of("app", app));
    }

    private String control(TestCustomer customer) {
        return "/simulator/threads/%s/%s/control".formatted(parley.page(), customer.id());
    }

    private String owner(TestCustomer customer) {
        return parley.simulator().get(control(customer)).path("app").asString("");
    }

    private void passesToUs() {
        posts(
                "'pass_thread_control':{'previous_owner_app_id':'%s','new_owner_app_id':'%s'}"
                        .formatted(BOT, parley.account().applicationId()));
    }

    private void echoes(String mid, String text) {
        overhears(
                "'message':{'mid':'%s','is_echo':true,'app_id':%s,'text':'%s'}"
                        .formatted(mid, BOT, text));
    }

    private void posts(String part) {
        meta.tells(PERSON, now, part);
    }

    private void overhears(String part) {
        meta.overhears(PERSON, now, part);
    }

    private void takes(Desk ann) {
        parley.until("there is an offer", () -> ann.worklist("mine").contains("data-offer"));
        ann.opens(
                parley.database()
                        .sql("select id::text from conversation")
                        .query(String.class)
                        .single());
        ann.does("assign-to-me");
    }
}
