package dev.parley.messenger.doctor;

import static java.time.temporal.ChronoUnit.MILLIS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.house.House;
import dev.parley.house.HouseExtension;
import dev.parley.house.TurnableClock;
import dev.parley.messenger.account.FacebookPage;
import dev.parley.messenger.account.FacebookPages;
import dev.parley.work.Pump;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// A server crashes while it checks a page: another one repeats the check.
@ExtendWith(HouseExtension.class)
class DeadServerTests {
    private final House house;

    DeadServerTests(House house) {
        this.house = house;
    }

    @Test
    void aCheckClaimedByADeadServerIsRepeatedAfterItsLease() {
        house.until("it runs", () -> status().shown() == ProvisioningState.RUNNING);
        house.until(
                "no server is working on it",
                () -> house.count("select count(*) from page_status where due_at < now()") == 0);
        var pump = house.part(Pump.class, "doctorPump");
        pump.stop();
        house.part(Doctor.class).checkAgain(page(), house.anyUser());
        assertThat(claimedByOneThatDies()).isEqualTo(house.page());
        pump.start();

        pump.drain();
        assertThat(status().shown()).isEqualTo(ProvisioningState.CHECKING);

        house.timePasses(Duration.ofMinutes(4));
        house.until("it was checked", () -> status().shown() == ProvisioningState.RUNNING);
    }

    private String claimedByOneThatDies() {
        var now = house.part(TurnableClock.class).instant();
        var lease = now.plus(Duration.ofMinutes(3)).truncatedTo(MILLIS);
        return house.part(PageStatuses.class).claim(now, lease).orElseThrow();
    }

    private PageStatus status() {
        return house.part(Doctor.class).of(page());
    }

    private FacebookPage page() {
        return house.part(FacebookPages.class).byPageId(house.page()).orElseThrow();
    }
}
