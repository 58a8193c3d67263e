package dev.parley.timeout;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.testing.TestParley;
import dev.parley.testing.TestParleyExtension;
import dev.parley.workstream.Workstreams;
import java.time.Duration;
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
    void eachRuleRunsOnce() throws InterruptedException {
        parley.database().sql("update workstream set capacity = 5").update();
        var ann = parley.agent("Ann");
        for (var number = 0; number < PEOPLE; number++) {
            var ada = parley.customer("Ada " + number);
            ada.writes("Hello");
            ann.accepts(ada).replies("Which number has it?");
        }
        parley.part(TimeOutRules.class)
                .create(
                        parley.part(Workstreams.class).defaultWorkstream().id(),
                        new TimeOutRuleDraft(
                                SilentParty.CUSTOMER,
                                Duration.ofMinutes(10),
                                TimeOutAction.TELL_AGENT,
                                "Still there?",
                                ""),
                        parley.anyUser());
        parley.timePasses(Duration.ofMinutes(11));

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
}
