package dev.parley.stories;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.background.Pump;
import dev.parley.platform.Installation;
import dev.parley.platform.PlaceCheck;
import dev.parley.testing.Desk;
import dev.parley.testing.Meta;
import dev.parley.testing.TestCustomer;
import dev.parley.testing.TestParley;
import dev.parley.testing.TestParleyExtension;
import dev.parley.testing.TurnableClock;
import dev.parley.timeout.SilentParty;
import dev.parley.timeout.TimeOutAction;
import dev.parley.timeout.TimeOutRuleDraft;
import dev.parley.timeout.TimeOutRules;
import dev.parley.workstream.Workstreams;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Who counts as silent, and that nothing is said twice in one silence.
@ExtendWith(TestParleyExtension.class)
class SilenceTests {
    private final TestParley parley;
    private final TestCustomer ada;
    private final Desk ann;

    SilenceTests(TestParley parley) {
        this.parley = parley;
        // No silence counts from when the server started.
        parley.timePasses(Duration.ofMinutes(6));
        ada = parley.customer("Ada Lin");
        ada.writes("Is my parcel lost?");
        ann = parley.agent("Ann").accepts(ada);
    }

    @Test
    void aCopyOfTheDataRunsNoRule() {
        rule(SilentParty.CUSTOMER, 10, TimeOutAction.CLOSE, "");
        repliesAndIsHeard("Which number has it?");
        parley.database()
                .sql("update installation set address = 'https://before.example'")
                .update();
        var installation = parley.part(Installation.class);
        PlaceCheck.again(installation);
        try {
            assertThat(installation.isQuiet()).isTrue();
            pass(11);
            assertThat(ann.region("head")).contains("ACTIVE");
        } finally {
            installation.confirm();
        }
        parley.settle();
        assertThat(ann.region("head")).contains("CLOSED");
    }

    @Test
    void aCustomerWhoIsHandedOverByABotWaitsForTheAgent() {
        rule(SilentParty.CUSTOMER, 10, TimeOutAction.CLOSE, "");
        rule(SilentParty.AGENT, 5, TimeOutAction.REMIND_AGENT, "");
        ada.isAnsweredInMetasOwnInbox("I am a bot. Let me fetch somebody.");
        parley.settle();
        assertThat(ann.region("head")).contains("Closes at ");

        new Meta(parley)
                .tells(
                        ada.psid(),
                        parley.part(TurnableClock.class).millis(),
                        "'pass_thread_control':{'previous_owner_app_id':'4242','new_owner_app_id':'%s'}"
                                .formatted(parley.account().applicationId()));
        ann.sees("was passed to Parley");
        botsEchoComesLate("One moment, please.");
        ann.sees("One moment, please.");

        assertThat(ann.region("head")).contains("Reminder at ");
        pass(6);
        ann.sees("The agent has not written for 5 minutes: reminder for the agent");
        pass(60);
        assertThat(ann.region("head")).contains("ACTIVE");
    }

    @Test
    void whatIsNotProcessedYetMayEndTheSilence() {
        rule(SilentParty.CUSTOMER, 10, TimeOutAction.CLOSE, "");
        repliesAndIsHeard("Which number has it?");

        parley.withInboxPaused(() -> {
            ada.writes("4711");
            parley.until(
                    "it waits", () -> parley.count("select count(*) from waiting_envelope") > 0);
            pass(11);
            assertThat(ann.region("head")).contains("ACTIVE");
        });

        ann.sees("4711");
        assertThat(ann.region("head")).contains("ACTIVE");
    }

    @Test
    void afterAReminderTheCustomerHasTimeToAnswer() {
        rule(SilentParty.CUSTOMER, 10, TimeOutAction.WRITE_TO_CUSTOMER, "Still there?");
        rule(SilentParty.CUSTOMER, 20, TimeOutAction.CLOSE, "");
        repliesAndIsHeard("Which number has it?");

        pass(60);
        parley.until("Ada is reminded", () -> ada.received().contains("Still there?"));
        pass(8);
        assertThat(ann.region("head")).contains("ACTIVE", "Closes at ");

        pass(3);
        assertThat(ann.region("head")).contains("CLOSED");
    }

    @Test
    void whoNeverGotTheReplyIsNotSilent() {
        rule(SilentParty.CUSTOMER, 10, TimeOutAction.CLOSE, "");
        parley.simulator().refuseNext(1, 551, 0);
        ann.replies("Which number has it?");
        ann.seesMark("failed");
        pass(11);
        assertThat(ann.region("head")).contains("ACTIVE").doesNotContain("Closes at ");

        var outbox = parley.part(Pump.class, "outboxPump");
        outbox.stop();
        try {
            ann.replies("Are you there?");
            pass(11);
            assertThat(ann.region("head")).contains("ACTIVE");
        } finally {
            outbox.start();
        }
        parley.until("Ada hears", () -> ada.received().contains("Are you there?"));
        parley.settle();
        assertThat(ann.region("head")).contains("CLOSED");
    }

    @Test
    void aReminderThatDidNotArriveStopsNoOtherRule() {
        rule(SilentParty.CUSTOMER, 10, TimeOutAction.WRITE_TO_CUSTOMER, "Still there?");
        rule(SilentParty.CUSTOMER, 20, TimeOutAction.CLOSE, "");
        repliesAndIsHeard("Which number has it?");
        parley.simulator().refuseNext(1, 551, 0);
        pass(11);
        parley.until(
                "the reminder is refused", () -> ann.thread().contains("data-mark=\"failed\""));
        pass(11);

        assertThat(ann.region("head")).contains("CLOSED");
    }

    @Test
    void theSameIsNotSaidTwiceInOneSilence() {
        rule(SilentParty.CUSTOMER, 10, TimeOutAction.WRITE_TO_CUSTOMER, "Still there?");
        rule(SilentParty.CUSTOMER, 20, TimeOutAction.END, "Goodbye");
        repliesAndIsHeard("Which number has it?");
        pass(11);
        parley.until("Ada is reminded", () -> ada.received().contains("Still there?"));

        ann.does("pause-time-outs");
        ann.does("resume-time-outs");
        pass(12);
        assertThat(timesReceived("Still there?")).isOne();

        pass(10);
        ann.sees("20 minutes: ended; message sent");
        ann.does("undo-end");
        pass(60);

        assertThat(ann.region("head")).contains("ACTIVE");
        assertThat(timesReceived("Still there?")).isOne();
        assertThat(timesReceived("Goodbye")).isOne();
    }

    @Test
    void anAgentWhoCannotAnswerIsNotReminded() {
        rule(SilentParty.AGENT, 5, TimeOutAction.REMIND_AGENT, "");
        ann.act("block", Map.of("reason", "Insults"));
        pass(6);
        assertThat(timesRun()).isZero();
        parley.database().sql("update conversation set blocked = false").update();
        parley.database()
                .sql(
                        """
                        update conversation
                           set controlled_by = 'APP', controlled_until = now() + interval '1 day'
                        """)
                .update();
        parley.settle();
        assertThat(timesRun()).isZero();

        parley.database().sql("update conversation set controlled_by = 'NOBODY'").update();
        parley.settle();
        assertThat(timesRun()).isOne();
    }

    @Test
    void oneConversationInWhichItFailsDelaysNoOther() {
        var bob = parley.customer("Bob");
        var ben = parley.agent("Ben");
        bob.writes("Hello");
        ben.accepts(bob);
        rule(SilentParty.AGENT, 10, TimeOutAction.REMIND_AGENT, "");
        parley.database()
                .sql(
                        """
                        alter table time_out_state
                          add constraint fails check (conversation_id <> '%s')
                        """
                                .formatted(ann.conversation()))
                .update();
        try {
            pass(11);
            ben.sees("reminder for the agent");
        } finally {
            parley.database().sql("alter table time_out_state drop constraint fails").update();
        }
        assertThat(ann.thread()).doesNotContain("reminder for the agent");

        pass(2);
        ann.sees("reminder for the agent");
    }

    @Test
    void aMessageThatArrivesLateEndsTheSilenceToo() {
        rule(SilentParty.CUSTOMER, 10, TimeOutAction.CLOSE, "");
        var before = parley.part(TurnableClock.class).millis();
        repliesAndIsHeard("Which number has it?");
        pass(6);

        new Meta(parley).tells(ada.psid(), before, "'message':{'mid':'m_late','text':'4711'}");
        ann.sees("4711");
        pass(6);

        assertThat(ann.region("head")).contains("ACTIVE");
    }

    /// It was written a second before.
    private void botsEchoComesLate(String text) {
        var body =
                "{'object':'page','entry':[{'id':'%1$s','time':%3$d,'messaging':[{'sender':{'id':'%1$s'},'recipient':{'id':'%2$s'},'timestamp':%3$d,'message':{'mid':'m_bot','is_echo':true,'app_id':4242,'text':'%4$s'}}]}]}"
                        .formatted(
                                parley.page(),
                                ada.psid(),
                                parley.part(TurnableClock.class).millis() - 1_000,
                                text)
                        .replace('\'', '"');
        assertThat(new Meta(parley).posts(body).statusCode()).isEqualTo(200);
    }

    private void repliesAndIsHeard(String text) {
        ann.replies(text);
        parley.until("Ada hears", () -> ada.received().contains(text));
        parley.settle();
    }

    private int timesReceived(String text) {
        return Collections.frequency(ada.received(), text);
    }

    private long timesRun() {
        return parley.count("select count(*) from message where note = 'TIMED_OUT'");
    }

    private void rule(SilentParty silent, int minutes, TimeOutAction action, String text) {
        parley.part(TimeOutRules.class)
                .create(
                        parley.part(Workstreams.class).defaultWorkstream().id(),
                        new TimeOutRuleDraft(silent, Duration.ofMinutes(minutes), action, text, ""),
                        parley.anyUser());
    }

    /// The agents keep their desks open meanwhile.
    private void pass(int minutes) {
        parley.timePassesAtTheDesks(Duration.ofMinutes(minutes));
        parley.settle();
    }
}
