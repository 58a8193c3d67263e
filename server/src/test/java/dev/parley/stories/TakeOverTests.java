package dev.parley.stories;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.identity.Role;
import dev.parley.testing.Desk;
import dev.parley.testing.TestCustomer;
import dev.parley.testing.TestParley;
import dev.parley.testing.TestParleyExtension;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Taking a conversation over from a colleague, and seeing who is typing.
@ExtendWith(TestParleyExtension.class)
class TakeOverTests {
    private final TestParley parley;
    private final TestCustomer ada;
    private final Desk ann;
    private final Desk sue;

    TakeOverTests(TestParley parley) {
        this.parley = parley;
        ada = parley.customer("Ada");
        ada.writes("Where is my parcel?");
        ann = parley.agent("Ann").accepts(ada);
        sue = parley.desk("Sue", Role.SUPERVISOR, Role.AGENT);
        sue.opens(ann.conversation());
    }

    @Test
    void onlyWhoTookItOverReplies() {
        assertThat(sue.region("head")).contains("Ann", "/take-over");
        assertThat(sue.region("composer-state")).contains("Take it over to reply");
        assertThat(sue.tries("I am not the agent").statusCode()).isEqualTo(409);
        types(ann, "I shall look for");

        sue.does("take-over");

        sue.replies("It arrives tomorrow");
        parley.until("Ada hears", () -> ada.received().contains("It arrives tomorrow"));
        assertThat(sue.thread()).contains("Sue took the conversation over from Ann");
        var refused = ann.tries("I am too late");
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("Sue");
        var reloaded = ann.get("/desk/conversations/" + ann.conversation());
        assertThat(reloaded.headers().firstValue("Location")).hasValue("/desk");
        parley.settle();
        assertThat(ada.received()).containsExactly("It arrives tomorrow");
    }

    @Test
    void theFormerAgentIsToldAndKeepsTheDraft() {
        types(ann, "I shall look for it");

        sue.does("take-over");

        parley.until("Ann is told", () -> ann.received().contains("taken-over"));
        assertThat(told(ann))
                .contains("Sue took over your conversation with Ada", "Your draft was kept.");
        ann.post("/desk/taken-over/seen", Map.of());
        assertThat(told(ann)).doesNotContain("Ada");

        sue.does("end");
        sue.does("close");
        assertThat(ann.get("/desk/conversations/" + ann.conversation()).body())
                .contains("I shall look for it");
    }

    @Test
    void whoTakesItBackNeedsNoMoreToBeTold() {
        var tom = parley.desk("Tom", Role.SUPERVISOR, Role.AGENT);
        tom.opens(ann.conversation());
        sue.does("take-over");
        tom.does("take-over");
        assertThat(told(sue)).contains("Tom took over your conversation with Ada");

        sue.does("take-over");

        assertThat(told(sue)).doesNotContain("Ada");
        assertThat(told(tom)).contains("Sue took over your conversation with Ada");
    }

    @Test
    void whoMayNotReadItCannotTakeItOver() {
        var ben = parley.agent("Ben");
        ben.opens(ann.conversation());
        var viewer = parley.desk("Vera", Role.SUPERVISOR);
        viewer.opens(ann.conversation());

        assertThat(ben.act("take-over", Map.of()).statusCode()).isEqualTo(409);
        assertThat(viewer.region("head")).doesNotContain("/take-over");
        assertThat(viewer.act("take-over", Map.of()).statusCode()).isEqualTo(403);
        assertThat(ann.act("take-over", Map.of()).statusCode()).isEqualTo(409);
        sue.does("take-over");
        assertThat(sue.act("take-over", Map.of()).statusCode()).isEqualTo(409);
        ann.opens(ann.conversation());
        assertThat(ann.act("end", Map.of()).statusCode()).isEqualTo(409);
    }

    @Test
    void aSnoozedConversationIsTakenOverToo() {
        assertThat(ann.act("snooze", Map.of("until", "TOMORROW")).statusCode()).isEqualTo(204);

        sue.does("take-over");

        assertThat(sue.region("head")).contains("data-state=\"ACTIVE\"");
        assertThat(ann.worklist("snoozed")).doesNotContain("Ada");
        assertThat(sue.worklist("mine")).contains("Ada");
        assertThat(sue.worklist("snoozed")).doesNotContain("Ada");
    }

    @Test
    void colleaguesSeeForSomeSecondsWhoIsTyping() {
        assertThat(sue.region("typing")).doesNotContain("Ann");

        types(ann, "It arr");

        parley.until("Sue is told", () -> sue.received().contains("typing-" + ann.conversation()));
        assertThat(sue.region("typing")).contains("Ann is typing a reply");
        assertThat(sue.worklist("all")).contains("Ann is typing");
        assertThat(ann.region("typing")).doesNotContain("typing a reply");
        assertThat(ann.received()).doesNotContain("typing-");

        parley.timePasses(Duration.ofSeconds(8));
        assertThat(sue.region("typing")).doesNotContain("Ann");
        assertThat(sue.worklist("all")).doesNotContain("Ann is typing");
    }

    @Test
    void whoHasSentIsNoLongerTyping() {
        var revision = types(ann, "It arrives tomorrow");
        var note = types(sue, "note", "Ask the carrier");
        assertThat(ann.region("typing")).contains("Sue is writing an internal note");

        var key = UUID.randomUUID().toString();
        ann.act("replies", Map.of("text", "It arrives", "key", key, "draft", revision));
        sue.act("notes", Map.of("text", "Ask the carrier", "key", key, "draft", note));

        assertThat(sue.region("typing")).doesNotContain("Ann");
        assertThat(ann.region("typing")).doesNotContain("Sue");
        parley.settle();
        assertThat(ada.received()).containsExactly("It arrives");
    }

    private static String told(Desk desk) {
        return desk.post("/desk/changes", Map.of("taken-over", "")).body();
    }

    private static String types(Desk desk, String text) {
        return types(desk, "reply", text);
    }

    private static String types(Desk desk, String mode, String text) {
        var revision = UUID.randomUUID().toString();
        var answer = desk.act("drafts/" + mode, Map.of("text", text, "revision", revision));
        assertThat(answer.statusCode()).isEqualTo(204);
        return revision;
    }
}
