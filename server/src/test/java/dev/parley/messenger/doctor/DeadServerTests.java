package dev.parley.messenger.doctor;

import static java.time.temporal.ChronoUnit.MILLIS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.background.Pump;
import dev.parley.messenger.account.FacebookPage;
import dev.parley.messenger.account.FacebookPages;
import dev.parley.testing.TestParley;
import dev.parley.testing.TestParleyExtension;
import dev.parley.testing.TurnableClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// A server crashes while it checks a page: another one repeats the check.
@ExtendWith(TestParleyExtension.class)
class DeadServerTests {
    private final TestParley parley;

    DeadServerTests(TestParley parley) {
        this.parley = parley;
    }

    @Test
    void aCheckClaimedByADeadServerIsRepeatedAfterItsLease() {
        parley.until("it runs", () -> status().shown() == ProvisioningState.RUNNING);
        parley.until(
                "no server is working on it",
                () -> parley.count("select count(*) from page_status where due_at < now()") == 0);
        var pump = parley.part(Pump.class, "doctorPump");
        pump.stop();
        parley.part(Doctor.class).checkAgain(page(), parley.anyUser());
        assertThat(claimedByOneThatDies()).isEqualTo(parley.page());
        pump.start();

        pump.drain();
        assertThat(status().shown()).isEqualTo(ProvisioningState.CHECKING);

        parley.timePasses(Duration.ofMinutes(4));
        parley.until("it was checked", () -> status().shown() == ProvisioningState.RUNNING);
    }

    private String claimedByOneThatDies() {
        var now = parley.part(TurnableClock.class).instant();
        var lease = now.plus(Duration.ofMinutes(3)).truncatedTo(MILLIS);
        return parley.part(PageStatuses.class).claim(now, lease).orElseThrow();
    }

    private PageStatus status() {
        return parley.part(Doctor.class).of(page());
    }

    private FacebookPage page() {
        return parley.part(FacebookPages.class).byPageId(parley.page()).orElseThrow();
    }
}
