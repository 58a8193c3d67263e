package dev.parley.stories;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.house.Customer;
import dev.parley.house.Desk;
import dev.parley.house.House;
import dev.parley.house.HouseExtension;
import dev.parley.house.Meta;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Several apps of a page control a thread in turn (conversation routing).
@ExtendWith(HouseExtension.class)
class HandoverTests {
    private static final String PERSON = "2401";
    private static final String BOT = "555000111";

    private final House house;
    private final Meta meta;
    private final long now = System.currentTimeMillis();

    HandoverTests(House house) {
        this.house = house;
        this.meta = new Meta(house);
    }

    @Test
    void messagesToAnotherAppAreStoredAndNotifyNoAgent() {
        var ann = house.agent("Ann");
        overhears("'message':{'mid':'m_1','text':'Where is my parcel?'}");
        echoes("m_2", "I am a bot. Let me fetch somebody.");
        overhears("'read':{'watermark':%d}".formatted(now));
        house.handled(3);
        house.settle();
        assertThat(house.count("select count(*) from work_item")).isZero();
        assertThat(house.count("select sum(unread) from conversation")).isZero();
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
        var ann = house.agent("Ann");
        posts("'message':{'mid':'m_1','text':'Hello'}");
        takes(ann);

        posts(
                "'take_thread_control':{'previous_owner_app_id':'%s','new_owner_app_id':'%s'}"
                        .formatted(house.account().applicationId(), BOT));

        ann.sees("was taken over by the app " + BOT);
        assertThat(ann.region("composer-state")).contains("controlled by the app " + BOT);
        assertThat(ann.region("control")).contains("control-take").contains("control-request");
    }

    @Test
    void aThreadControlledByParleyCanBePassedOn() {
        var ann = house.agent("Ann");
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
        var ann = house.agent("Ann");
        overhears("'message':{'mid':'m_1','text':'Hello, bot'}");
        house.handled(1);

        posts("'message':{'mid':'m_2','text':'Hello, people'}");

        takes(ann);
        ann.sees("Hello, people");
        assertThat(ann.region("composer-state")).doesNotContain("controlled by");
    }

    @Test
    void anAppThatRequestsTheThreadIsShown() {
        var ann = house.agent("Ann");
        posts("'message':{'mid':'m_1','text':'Hello'}");
        takes(ann);

        posts("'request_thread_control':{'requested_owner_app_id':'263902037430900'}");

        ann.sees("was requested by the channel’s own inbox");
    }

    @Test
    void aRefusalShowsThatAnotherAppControlsTheThread() {
        var ann = house.agent("Ann");
        var ada = house.customer("Ada");
        ada.writes("Hello");
        ann.accepts(ada);
        house.simulator().refuseNext(1, 10, 2018300);

        ann.replies("Good morning");

        ann.seesMark("failed");
        assertThat(ann.region("composer-state")).contains("controlled by another app");
        assertThat(ann.region("control")).contains("control-take");
        assertThat(ann.sends("Hello?").statusCode()).isEqualTo(409);
    }

    @Test
    void theDeskPassesRequestsTakesAndReleases() {
        var bot = house.simulator().post("/simulator/apps", Map.of("name", "Tea bot"));
        var botId = bot.path("id").asString();
        isDefault(botId);
        var ann = house.agent("Ann");
        var ada = house.customer("Ada");
        ada.writes("Hello, bot");
        house.settle();
        assertThat(ann.isOffered(ada)).isFalse();
        house.simulator()
                .post(control(ada), Map.of("action", "pass", "app", botId, "to", ourApp()));
        ann.accepts(ada).replies("Here I am.");
        house.until("Ada hears it", () -> ada.received().contains("Here I am."));

        assertThat(asks(ann, "pass", botId)).isEqualTo(204);
        assertThat(owner(ada)).isEqualTo(botId);
        assertThat(ann.region("composer-state")).contains("controlled by the app " + botId);

        assertThat(asks(ann, "request", "")).isEqualTo(204);
        assertThat(ann.act("control/take", Map.of()).body())
                .contains("The channel did not allow this", "default");
        isDefault(ourApp());
        assertThat(asks(ann, "take", "")).isEqualTo(204);
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
        return house.account().applicationId();
    }

    private void isDefault(String app) {
        house.simulator()
                .put("/simulator/pages/%s/default-app".formatted(house.page()), Map.of("app", app));
    }

    private String control(Customer customer) {
        return "/simulator/threads/%s/%s/control".formatted(house.page(), customer.id());
    }

    private String owner(Customer customer) {
        return house.simulator().get(control(customer)).path("app").asString("");
    }

    private void passesToUs() {
        posts(
                "'pass_thread_control':{'previous_owner_app_id':'%s','new_owner_app_id':'%s'}"
                        .formatted(BOT, house.account().applicationId()));
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
        house.until("there is an offer", () -> ann.worklist("mine").contains("data-offer"));
        ann.opens(
                house.database()
                        .sql("select id::text from conversation")
                        .query(String.class)
                        .single());
        ann.does("take");
    }
}
