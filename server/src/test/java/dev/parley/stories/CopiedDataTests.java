package dev.parley.stories;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.background.Pump;
import dev.parley.identity.Role;
import dev.parley.messenger.catchup.CatchUp;
import dev.parley.messenger.graph.Subscription;
import dev.parley.messenger.graph.Subscriptions;
import dev.parley.platform.Installation;
import dev.parley.platform.InstallationStatus;
import dev.parley.platform.PlaceCheck;
import dev.parley.testing.Desk;
import dev.parley.testing.TestCustomer;
import dev.parley.testing.TestParley;
import dev.parley.testing.TestParleyExtension;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import tools.jackson.databind.JsonNode;

/// A copy of the data is started, or a backup is restored.
@ExtendWith(TestParleyExtension.class)
class CopiedDataTests {
    private final TestParley parley;

    CopiedDataTests(TestParley parley) {
        this.parley = parley;
    }

    @AfterEach
    void isHomeAgain() {
        parley.part(Installation.class).confirm();
        parley.database().sql("drop table if exists saved_outgoing, saved_message").update();
    }

    @Test
    void anUnchangedStartNeedsNoConfirmation() {
        PlaceCheck.again(parley.part(Installation.class));

        assertThat(parley.part(Installation.class).isQuiet()).isFalse();
        assertThat(overview("en")).doesNotContain("data-test=\"installation\"");
    }

    @Test
    void aCopySendsAndChangesNothingAtMetaUntilItIsConfirmed() {
        var ann = parley.agent("Ann");
        var ada = parley.customer("Ada");
        ada.writes("Hello");
        ann.accepts(ada);
        looksLikeACopy();
        subscriptionIsLost();

        ann.replies("From the copy");
        var answer = parley.part(Subscriptions.class).subscribe(parley.account(), parley.page());
        parley.part(CatchUp.class).request(parley.page(), parley.anyUser());
        parley.part(Pump.class, "catchUpPump").drain();
        parley.part(Pump.class, "outboxPump").drain();
        ann.sees("may be a copy");

        assertThat(answer).isEqualTo(new Subscription.Refused("quiet", ""));
        assertThat(ada.received()).isEmpty();
        assertThat(isSubscribed()).isFalse();
        assertThat(health()).isEqualTo(Status.DOWN);

        assertThat(overview("en"))
                .contains("live installation, or a copy", "https://before.example");
        assertThat(overview("zh-TW")).contains("還是複本", "https://before.example");
        assertThat(ann.post("/admin/installation/moved", Map.of()).statusCode()).isEqualTo(403);
        administrator().post("/admin/installation/moved", Map.of());

        hears(ada, "From the copy");
        parley.part(CatchUp.class).request(parley.page(), parley.anyUser());
        parley.until("the page is subscribed again", this::isSubscribed);
        assertThat(ada.received()).containsExactly("From the copy");
        assertThat(health()).isEqualTo(Status.UP);
        assertThat(parley.count(audited("installation.confirmed"))).isPositive();
    }

    @Test
    void messagesSentAfterTheBackupAreNotSentAgain() {
        var ann = parley.agent("Ann");
        var ada = parley.customer("Ada");
        ada.writes("Hello");
        ann.accepts(ada);
        var pump = parley.part(Pump.class, "outboxPump");
        pump.stop();
        ann.replies("Sent once");
        parley.database()
                .sql("create table saved_outgoing as select * from outgoing_message")
                .update();
        parley.database().sql("create table saved_message as select * from message").update();
        pump.start();
        parley.until("Ada hears", () -> ada.received().contains("Sent once"));
        ann.seesMark("delivered");

        restoreBackup();
        looksLikeACopy();
        pump.drain();
        assertThat(parley.count("select count(*) from outgoing_message where state = 'QUEUED'"))
                .isOne();
        parley.part(Installation.class).confirm();

        parley.until(
                "it is settled", () -> parley.count("select count(*) from outgoing_message") == 0);
        ann.replies("And another");
        hears(ada, "And another");
        assertThat(ada.received()).containsExactly("Sent once", "And another");
    }

    @Test
    void aDeclaredCopyStaysQuietAndCanBecomeLive() {
        looksLikeACopy();
        var alex = administrator();

        alex.post("/admin/installation/copy", Map.of());
        PlaceCheck.again(parley.part(Installation.class));

        assertThat(parley.part(Installation.class).status())
                .isInstanceOf(InstallationStatus.Copy.class);
        assertThat(health()).isEqualTo(Status.UP);
        assertThat(alex.get("/admin").body()).contains("Make this the live installation");
        alex.post("/admin/installation/moved", Map.of());
        assertThat(parley.part(Installation.class).isQuiet()).isFalse();
    }

    /// Catching up may have used the page's rate limit: then the page waits, and longer each time.
    private void hears(TestCustomer customer, String text) {
        parley.until(
                "%s is delivered".formatted(text),
                () -> {
                    if (parley.count("select count(*) from send_block") > 0) {
                        parley.timePasses(Duration.ofMinutes(2));
                    }
                    return customer.received().contains(text);
                });
    }

    private void looksLikeACopy() {
        parley.database()
                .sql("update installation set address = 'https://before.example'")
                .update();
        PlaceCheck.again(parley.part(Installation.class));
    }

    private void restoreBackup() {
        parley.database()
                .sql(
                        """
                        update message m set status = s.status, channel_message_id = s.channel_message_id, version = s.version + 9
                          from saved_message s where s.id = m.id
                        """)
                .update();
        parley.database()
                .sql(
                        """
                        insert into outgoing_message (message_id, conversation_id, channel, endpoint, state,
                                              pending_since, due_at)
                        select message_id, conversation_id, channel, endpoint, state, pending_since, due_at
                          from saved_outgoing
                        """)
                .update();
    }

    private void subscriptionIsLost() {
        parley.simulator().delete("/v26.0/%s/subscribed_apps".formatted(parley.page()), token());
    }

    private String token() {
        return page().path("token").asString();
    }

    private boolean isSubscribed() {
        return !page().path("subscribedFields").isEmpty();
    }

    private JsonNode page() {
        return parley.simulator().state().path("pages").path(0);
    }

    private Status health() {
        var indicator = parley.part(HealthIndicator.class, "installationHealthIndicator");
        return Objects.requireNonNull(indicator.health()).getStatus();
    }

    private String overview(String language) {
        var alex = administrator();
        alex.reads(language);
        return alex.get("/admin").body();
    }

    private Desk administrator() {
        return parley.desk("Alexandra", Role.ADMINISTRATOR);
    }

    private static String audited(String action) {
        return "select count(*) from audit_entry where action = '%s'".formatted(action);
    }
}
