package dev.parley.stories;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.identity.Role;
import dev.parley.testing.Desk;
import dev.parley.testing.TestCustomer;
import dev.parley.testing.TestParley;
import dev.parley.testing.TestParleyExtension;
import dev.parley.timeout.SilentParty;
import dev.parley.timeout.TimeOutAction;
import dev.parley.timeout.TimeOutRule;
import dev.parley.timeout.TimeOutRuleDraft;
import dev.parley.timeout.TimeOutRules;
import dev.parley.workstream.WorkstreamId;
import dev.parley.workstream.Workstreams;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What happens when a customer or an agent does not write for a time.
@ExtendWith(TestParleyExtension.class)
class TimeOutTests {
    private final TestParley parley;
    private final TimeOutRules rules;
    private final TestCustomer ada;
    private final Desk ann;

    TimeOutTests(TestParley parley) {
        this.parley = parley;
        rules = parley.part(TimeOutRules.class);
        // No silence counts from when the server started.
        parley.timePasses(Duration.ofMinutes(6));
        ada = parley.customer("Ada Lin");
        ada.writes("Is my parcel lost?");
        ann = parley.agent("Ann").accepts(ada);
    }

    @Test
    void aSilentCustomerIsRemindedAndThenTheConversationWaits() {
        silentCustomer(10, TimeOutAction.WRITE_TO_CUSTOMER, "Still there, {CustomerFirstName}?");
        silentCustomer(20, TimeOutAction.MOVE_TO_WAITING, "");
        assertThat(ann.region("head")).doesNotContain("head-time-out");
        ann.replies("Which number has it?");
        assertThat(ann.region("head")).contains("Message to the customer at ");

        pass(11);
        ann.sees("The customer has not written for 10 minutes: message sent");
        parley.until("Ada is reminded", () -> ada.received().contains("Still there, Ada?"));
        assertThat(ann.region("head")).contains("Moves to waiting at ").contains("ACTIVE");
        ann.reads("zh-TW");
        assertThat(ann.thread()).contains("客戶已有 10 分鐘沒有寫訊息：已傳送訊息");
        ann.reads("en");

        pass(10);
        ann.sees("The customer has not written for 20 minutes: moved to waiting");
        assertThat(ann.region("head")).contains("WAITING").doesNotContain("head-time-out");
        pass(120);
        assertThat(Collections.frequency(ada.received(), "Still there, Ada?")).isOne();
    }

    @Test
    void aMessageEndsTheSilenceAndTheNextOneCountsAnew() {
        silentCustomer(10, TimeOutAction.CLOSE, "");
        ann.replies("Which number has it?");
        pass(6);
        ada.writes("4711");
        parley.settle();
        assertThat(ann.region("head")).doesNotContain("head-time-out");
        pass(60);
        ann.replies("It is on its way");
        pass(6);
        ann.replies("It comes tomorrow");
        pass(6);
        assertThat(ann.region("head")).contains("ACTIVE", "Closes at ");

        pass(5);

        ann.sees("The customer has not written for 10 minutes: closed");
        assertThat(ann.region("head")).contains("CLOSED");
    }

    @Test
    void aSilentAgentIsRemindedOnceInEachSilence() {
        rule(SilentParty.AGENT, Duration.ofMinutes(5), TimeOutAction.REMIND_AGENT, "One moment");
        pass(4);
        ada.writes("Anybody?");
        parley.settle();
        assertThat(reminders()).isZero();

        pass(2);
        ann.sees("The agent has not written for 5 minutes: reminder for the agent; message sent");
        parley.until("Ada is told", () -> ada.received().contains("One moment"));
        pass(60);
        assertThat(reminders()).isOne();

        ann.replies("Here I am");
        pass(60);
        assertThat(reminders()).isOne();
        ada.writes("At last");
        parley.settle();
        pass(6);
        assertThat(reminders()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void outsideOfTheReplyWindowItActsAndSaysThatNothingWasSent(boolean messageTag) {
        parley.messageTag(messageTag);
        rule(SilentParty.CUSTOMER, Duration.ofHours(25), TimeOutAction.END, "Goodbye");
        ann.replies("Which number has it?");
        parley.until("Ada hears", () -> !ada.received().isEmpty());
        parley.settle();

        pass(25 * 60 + 1);

        ann.sees(
                "The customer has not written for 25 hours: ended; message not sent, because the"
                        + " reply window is closed");
        assertThat(ann.region("head")).contains("WRAP_UP");
        assertThat(ada.received()).doesNotContain("Goodbye");
    }

    @Test
    void aBlockedCustomerGetsNoMessage() {
        silentCustomer(10, TimeOutAction.MOVE_TO_WAITING, "We wait for you");
        ann.replies("Which number has it?");
        ann.act("block", Map.of("reason", "Insults"));

        pass(11);

        ann.sees("moved to waiting; message not sent, because the customer is blocked");
        assertThat(ada.received()).doesNotContain("We wait for you");
    }

    @Test
    void whileAnotherAppControlsTheConversationNothingIsSent() {
        silentCustomer(10, TimeOutAction.WRITE_TO_CUSTOMER, "Still there?");
        ann.replies("Which number has it?");
        parley.database()
                .sql(
                        """
                        update conversation
                           set controlled_by = 'APP', controlled_until = now() + interval '1 day'
                        """)
                .update();

        pass(11);

        ann.sees("10 minutes: message not sent, because another app controls the conversation");
        assertThat(ada.received()).doesNotContain("Still there?");
    }

    @Test
    void theAgentPausesAndResumesTheRules() {
        assertThat(ann.region("head")).doesNotContain("pause-time-outs");
        silentCustomer(10, TimeOutAction.CLOSE, "");
        ann.replies("Take your time");
        assertThat(ann.region("head")).contains("data-test=\"pause-time-outs\"");
        var ben = parley.desk("Ben", Role.SUPERVISOR, Role.AGENT);
        ben.opens(ann.conversation());
        assertThat(ben.act("pause-time-outs", Map.of()).statusCode()).isEqualTo(409);

        ann.does("pause-time-outs");
        ann.does("pause-time-outs");
        assertThat(ann.region("head")).contains("Time-out rules paused", "resume-time-outs");
        assertThat(ann.thread()).containsOnlyOnce("Ann paused the time-out rules");
        assertThat(ben.region("head")).contains("Time-out rules paused");
        pass(60);
        assertThat(ann.region("head")).contains("ACTIVE");

        ann.does("resume-time-outs");
        assertThat(ann.thread()).contains("Ann resumed the time-out rules");
        pass(6);
        assertThat(ann.region("head")).contains("ACTIVE", "Closes at ");
        pass(5);
        assertThat(ann.region("head")).contains("CLOSED");
    }

    @Test
    void aPauseEndsWhenTheConversationLeavesTheAgent() {
        silentCustomer(10, TimeOutAction.CLOSE, "");
        ann.replies("Take your time");
        ann.does("pause-time-outs");
        var sue = parley.desk("Sue", Role.SUPERVISOR, Role.AGENT);
        sue.opens(ann.conversation());

        sue.does("take-over");

        assertThat(sue.region("head")).contains("Closes at ", "pause-time-outs");
        pass(11);
        assertThat(sue.region("head")).contains("CLOSED");
        assertThat(parley.count("select count(*) from time_out_state")).isZero();
    }

    @Test
    void changesHoldForRunningConversations() {
        ann.replies("Which number has it?");
        silentCustomer(10, TimeOutAction.CLOSE, "");
        var rule = rules.of(workstream()).getFirst();
        change(rule, Duration.ofHours(2));
        pass(60);
        assertThat(ann.region("head")).contains("ACTIVE");

        silentCustomer(30, TimeOutAction.WRITE_TO_CUSTOMER, "Still there?");
        parley.settle();
        parley.until("Ada is reminded", () -> ada.received().contains("Still there?"));

        var changed = rules.of(workstream()).getFirst();
        rules.delete(changed.id(), changed.revision(), parley.anyUser());
        pass(120);
        assertThat(ann.region("head")).contains("ACTIVE");
    }

    @Test
    void administratorsManageTheRulesOfAWorkstream() {
        var alex = parley.desk("Alex", Role.ADMINISTRATOR);
        var address = "/admin/workstreams/" + workstream() + "/time-outs";
        assertThat(alex.get(address).body()).contains("No time-out rules");
        var nothing = alex.post(address + "/new", Map.of("english", "{Nonsense}"));
        assertThat(nothing.statusCode()).isEqualTo(422);
        assertThat(nothing.body()).contains("Enter a period of time.", "{Nonsense}");
        assertThat(alex.post(address + "/new", form("0", "Hello", 0)).body())
                .contains("must be a whole number from 1 to 43,200");
        assertThat(alex.post(address + "/new", form("5", "", 0)).body())
                .contains("Enter the message in at least one language.");
        assertThat(alex.post(address + "/new", form("5", "x".repeat(501), 0)).body())
                .contains("Use at most 500 characters");

        assertThat(alex.post(address + "/new", form("5", "Hello?", 0)).statusCode()).isEqualTo(303);
        silentCustomer(30, TimeOutAction.END, "");
        var first = rules.of(workstream()).getFirst();
        var one = address + "/" + first.id();
        assertThat(alex.get(address).body())
                .contains("The customer has not written for 5 minutes", "Hello?", "30 minutes");
        assertThat(alex.get("/admin/workstreams/" + workstream()).body())
                .contains("The customer has not written for 30 minutes");

        assertThat(alex.post(one, form("6", "Hello?", 1)).statusCode()).isEqualTo(303);
        var late = alex.post(one, form("7", "Mine", 1));
        assertThat(late.statusCode()).isEqualTo(422);
        assertThat(late.body()).contains("You changed this in another window", "Mine");

        alex.post(one + "/place", Map.of("place", "1", "up", "false"));
        assertThat(rules.of(workstream()).getLast().id()).isEqualTo(first.id());
        var again = alex.post(one + "/place", Map.of("place", "1", "up", "false"));
        assertThat(again.headers().firstValue("Location").orElseThrow()).endsWith("?reordered");

        assertThat(alex.post(one + "/deletion", Map.of("revision", "1")).statusCode())
                .isEqualTo(422);
        alex.post(one + "/deletion", Map.of("revision", "2"));
        assertThat(rules.of(workstream())).singleElement().matches(rule -> rule.place() == 1);
        assertThat(alex.get(one).statusCode()).isEqualTo(404);
        assertThat(alex.get("/admin/audit").body())
                .contains("Time-out rule created", "Time-out rule moved", "Time-out rule deleted");
        assertThat(ann.get(address).statusCode()).isEqualTo(403);
    }

    @Test
    void aWorkstreamHasTwentyRulesAtMostAndItsCopyHasTheSame() {
        for (var number = 1; number <= 21; number++) {
            silentCustomer(number, TimeOutAction.REMIND_AGENT, "");
        }
        assertThat(rules.of(workstream())).hasSize(TimeOutRules.MOST);
        var alex = parley.desk("Alex", Role.ADMINISTRATOR);
        var address = "/admin/workstreams/" + workstream();
        assertThat(alex.get(address + "/time-outs").body())
                .contains("at most 20 rules")
                .doesNotContain("time-outs/new");
        assertThat(alex.post(address + "/time-outs/new", form("5", "Hello?", 0)).statusCode())
                .isEqualTo(422);

        var copy = alex.post(address + "/copy", Map.of()).headers().firstValue("Location");

        var id = copy.orElseThrow().replaceAll(".*/workstreams/([0-9a-f-]+).*", "$1");
        assertThat(rules.of(new WorkstreamId(UUID.fromString(id)))).hasSize(TimeOutRules.MOST);
    }

    private static Map<String, String> form(String after, String english, int revision) {
        return Map.of(
                "silent", "CUSTOMER",
                "after", after,
                "unit", "MINUTES",
                "action", "WRITE_TO_CUSTOMER",
                "english", english,
                "chinese", "",
                "revision", Integer.toString(revision));
    }

    private void silentCustomer(int minutes, TimeOutAction action, String text) {
        rule(SilentParty.CUSTOMER, Duration.ofMinutes(minutes), action, text);
    }

    private void rule(SilentParty silent, Duration after, TimeOutAction action, String text) {
        var draft = new TimeOutRuleDraft(silent, after, action, text, "");
        rules.create(workstream(), draft, parley.anyUser());
    }

    private void change(TimeOutRule rule, Duration after) {
        var content = rule.content();
        var draft = new TimeOutRuleDraft(content.silent(), after, content.action(), "", "");
        rules.change(rule.id(), rule.revision(), draft, parley.anyUser());
    }

    private WorkstreamId workstream() {
        return parley.part(Workstreams.class).defaultWorkstream().id();
    }

    private long reminders() {
        return parley.count("select count(*) from message where note = 'TIMED_OUT'");
    }

    /// The agents keep their desks open meanwhile.
    private void pass(int minutes) {
        parley.timePassesAtTheDesks(Duration.ofMinutes(minutes));
        parley.settle();
    }
}
