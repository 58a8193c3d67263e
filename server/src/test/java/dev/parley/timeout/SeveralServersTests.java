package dev.parley.timeout;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.background.Pump;
import dev.parley.testing.TestParley;
import dev.parley.testing.TestParleyExtension;
import dev.parley.testing.TurnableClock;
import dev.parley.workstream.Workstreams;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Several servers check at the same time.
@ExtendWith(TestParleyExtension.class)
class SeveralServersTests {
    private static final int PEOPLE = 6;
    private static final int SERVERS = 6;

    private final TestParley parley;

    SeveralServersTests(TestParley parley) {
        this.parley = parley;
    }

    @Test
    void oneThatHasJustStartedWaitsForWhatIsDeliveredAgain() {
        var ada = parley.customer("Ada");
        ada.writes("Hello");
        parley.agent("Ann").accepts(ada);
        var pump = parley.part(Pump.class, "timeOutPump");
        pump.stop();
        try {
            agentIsReminded(SilentParty.AGENT);
            parley.timePasses(Duration.ofMinutes(16));
            var clock = parley.part(TurnableClock.class);
            var started = new Silences(parley.database(), clock);
            assertThat(parley.part(Silences.class).due(clock.instant(), Set.of())).hasSize(1);
            assertThat(started.due(clock.instant(), Set.of())).isEmpty();

            parley.timePasses(Duration.ofMinutes(4));
            assertThat(started.due(clock.instant(), Set.of())).isEmpty();
            parley.timePasses(Duration.ofMinutes(2));
            assertThat(started.due(clock.instant(), Set.of())).hasSize(1);
        } finally {
            pump.start();
        }
    }

    /// After an outage both are due at the same moment.
    @Test
    void theReminderComesFirstAlthoughTheCloseIsOverdueToo() {
        var ada = parley.customer("Ada");
        ada.writes("Hello");
        var ann = parley.agent("Ann").accepts(ada);
        ann.replies("Which number has it?");
        parley.until("Ada hears", () -> !ada.received().isEmpty());
        rule(SilentParty.CUSTOMER, 20, TimeOutAction.CLOSE, "");
        rule(SilentParty.CUSTOMER, 10, TimeOutAction.WRITE_TO_CUSTOMER, "Still there?");
        var silences = parley.part(Silences.class);
        var pump = parley.part(Pump.class, "timeOutPump");
        pump.stop();
        try {
            pass(30);
            silences.waitForRedeliveries();
            pass(6);
        } finally {
            pump.start();
        }

        try {
            parley.until("Ada is reminded", () -> ada.received().contains("Still there?"));
            parley.settle();
            assertThat(ann.region("head")).contains("ACTIVE");
        } finally {
            parley.part(TurnableClock.class).turnBack();
            silences.waitForRedeliveries();
        }
    }

    @Test
    void eachRuleRunsOnce() throws InterruptedException {
        parley.database().sql("update workstream set capacity = 5").update();
        var ann = parley.agent("Ann");
        for (var number = 0; number < PEOPLE; number++) {
            var ada = parley.customer("Ada " + number);
            ada.writes("Hello");
            ann.accepts(ada).replies("Which number has it?");
        }
        parley.settle();
        agentIsReminded(SilentParty.CUSTOMER);
        parley.timePasses(Duration.ofMinutes(16));

        var check = parley.part(TimeOutCheck.class);
        Callable<Boolean> once = check::runDue;
        try (var servers = Executors.newVirtualThreadPerTaskExecutor()) {
            servers.invokeAll(IntStream.range(0, SERVERS).mapToObj(_ -> once).toList());
        }
        parley.settle();

        assertThat(parley.count("select count(*) from message where note = 'TIMED_OUT'"))
                .isEqualTo(PEOPLE);
        assertThat(parley.count("select count(*) from message where text = 'Still there?'"))
                .isEqualTo(PEOPLE);
    }

    /// The agents keep their desks open meanwhile.
    private void pass(int minutes) {
        parley.timePassesAtTheDesks(Duration.ofMinutes(minutes));
    }

    private void agentIsReminded(SilentParty silent) {
        rule(silent, 10, TimeOutAction.REMIND_AGENT, "Still there?");
    }

    private void rule(SilentParty silent, int minutes, TimeOutAction action, String text) {
        parley.part(TimeOutRules.class)
                .create(
                        parley.part(Workstreams.class).defaultWorkstream().id(),
                        new TimeOutRuleDraft(silent, Duration.ofMinutes(minutes), action, text, ""),
                        parley.anyUser());
    }
}
