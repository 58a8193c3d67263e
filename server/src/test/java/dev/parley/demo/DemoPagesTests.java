package dev.parley.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.demo.SimulatorState.App;
import dev.parley.demo.SimulatorState.Page;
import dev.parley.messenger.account.FacebookPages;
import dev.parley.messenger.account.MessagingAccounts;
import dev.parley.messenger.doctor.Doctor;
import dev.parley.messenger.doctor.ProvisioningState;
import dev.parley.messenger.doctor.StateChange;
import dev.parley.testing.TestParley;
import dev.parley.testing.TestParleyExtension;
import dev.parley.workstream.ChannelInstances;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TestParleyExtension.class)
class DemoPagesTests {
    private final TestParley parley;
    private final FacebookPages pages;
    private final ChannelInstances instances;
    private final Doctor doctor;

    DemoPagesTests(TestParley parley) {
        this.parley = parley;
        this.pages = parley.part(FacebookPages.class);
        this.instances = parley.part(ChannelInstances.class);
        this.doctor = parley.part(Doctor.class);
    }

    @Test
    void aPageOfAnotherAccountIsLeftAlone() {
        var by = parley.anyUser();
        var made = parley.simulator().post("/simulator/apps", Map.of("name", "Demo"));
        var app = new App(made.path("id").asString(), made.path("secret").asString(), "Demo");
        var theirs = pages.byPageId(parley.page()).orElseThrow();
        var page = new Page(parley.page(), "Sunny Tea", "another token", app.id());

        parley.part(DemoPages.class)
                .setUp(app, new SimulatorState(List.of(app), List.of(page)), by);

        var after = pages.byPageId(parley.page()).orElseThrow();
        assertThat(after.account()).isEqualTo(theirs.account());
        assertThat(after.token().reveal()).isEqualTo(theirs.token().reveal());
        parley.part(MessagingAccounts.class).all().stream()
                .filter(account -> account.applicationId().equals(app.id()))
                .forEach(account -> parley.part(MessagingAccounts.class).delete(account, by));
    }

    @Test
    void theHistoryOfAPageBeginsWithRunning() {
        var by = parley.anyUser();
        var made = parley.simulator().post("/simulator/pages", Map.of("name", "Demo Tea"));
        var id = made.path("id").asString();
        var account = parley.account();
        var app = new App(account.applicationId(), account.appSecret().reveal(), "Demo");
        var page = new Page(id, "Demo Tea", made.path("token").asString(), app.id());
        parley.part(DemoPages.class)
                .setUp(app, new SimulatorState(List.of(app), List.of(page)), by);
        try {
            var added = pages.byPageId(id).orElseThrow();
            parley.until("it runs", () -> doctor.of(added).state() == ProvisioningState.RUNNING);
            assertThat(doctor.history(added))
                    .extracting(StateChange::state)
                    .containsOnly(ProvisioningState.RUNNING);
        } finally {
            instances.all().stream()
                    .filter(one -> one.endpoint().equals(id))
                    .forEach(one -> instances.delete(one, by));
            pages.byPageId(id).ifPresent(one -> pages.remove(one, by));
        }
    }
}
