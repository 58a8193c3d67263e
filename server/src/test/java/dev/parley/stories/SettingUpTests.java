package dev.parley.stories;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.identity.Role;
import dev.parley.messenger.account.FacebookChannel;
import dev.parley.messenger.account.MessagingAccounts;
import dev.parley.platform.language.Language;
import dev.parley.testing.Desk;
import dev.parley.testing.TestParley;
import dev.parley.testing.TestParleyExtension;
import dev.parley.workstream.ChannelInstances;
import dev.parley.workstream.InstanceFeatures;
import dev.parley.workstream.InstanceSettings;
import dev.parley.workstream.Workstreams;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TestParleyExtension.class)
class SettingUpTests {
    private final TestParley parley;
    private final Desk alex;

    SettingUpTests(TestParley parley) {
        this.parley = parley;
        this.alex = parley.desk("Alexandra", Role.ADMINISTRATOR);
        alex.setPresence("AWAY");
    }

    @Test
    void enablingTheMessageTagOpensTheComposerAtOnce() {
        var ann = parley.agent("Ann");
        var ada = parley.customer("Ada");
        ada.writes("Hello");
        ann.accepts(ada);
        parley.simulator().put("/simulator/faults", Map.of("humanAgentApproved", true));
        parley.timePasses(Duration.ofHours(25));
        assertThat(ann.region("composer-state")).contains("data-window=\"closed\"");

        parley.messageTag(true);

        assertThat(ann.region("composer-state")).contains("data-window=\"extended\"");
        ann.replies("Sorry for the wait");
        parley.until("Ada hears", () -> ada.received().contains("Sorry for the wait"));
        assertThat(audited("channelInstance.changed")).contains("\"extendedWindow\": true");
    }

    @Test
    void theSecondOfTwoRenamesGetsAnErrorAndKeepsItsInput() {
        var revision = String.valueOf(parley.account().revision());
        alex.post(account() + "/name", Map.of("name", "Sunny Tea Ltd", "revision", revision));

        var second =
                alex.post(account() + "/name", Map.of("name", "Sun & Tea", "revision", revision));

        assertThat(second.statusCode()).isEqualTo(422);
        assertThat(second.body()).contains("while you had it open", "value=\"Sun &amp; Tea\"");
        var now = parley.part(MessagingAccounts.class).byId(parley.account().id()).orElseThrow();
        assertThat(now.name()).isEqualTo("Sunny Tea Ltd");
        parley.part(MessagingAccounts.class).rename(now, "Sunny Tea", parley.anyUser());
    }

    @Test
    void anAccountIsNotDeletedWhileItHasPages() {
        var refused = alex.post(account() + "/deletion", Map.of());

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("This account still has 2 pages");
    }

    @Test
    void aWindowIsNamedAfterItsAccount() {
        var name = parley.account().name();
        for (var tab : List.of("", "/callback")) {
            assertThat(alex.get(account() + tab).body())
                    .contains("<title>" + name + " · Account settings · Parley</title>");
        }
    }

    @Test
    void whoCannotSetUpAPageIsOfferedToAddOne() {
        var workstream = parley.part(Workstreams.class).all().getFirst().id();
        var wizard = "/admin/workstreams/%s/set-up-facebook".formatted(workstream);
        var instances = parley.part(ChannelInstances.class);
        var second = FacebookChannel.endpoint(parley.secondPage());
        var settings = InstanceSettings.of(Language.ENGLISH, InstanceFeatures.OFF);
        instances.setUp(workstream, second, settings, parley.anyUser());
        try {
            assertThat(alex.get(wizard).body())
                    .contains("All Facebook pages are set up already")
                    .contains("href=\"" + account() + "?add\"")
                    .contains(" · Set up Facebook · Parley</title>");
        } finally {
            instances.all().stream()
                    .filter(one -> one.endpoint().equals(second.id()))
                    .forEach(one -> instances.delete(one, parley.anyUser()));
        }
    }

    @Test
    void theOverviewLeadsToThePages() {
        assertThat(alex.get("/admin").body()).contains("<a href=\"/admin/traffic\">Facebook pages");
    }

    @Test
    void theAuditLogIsSearchedByPersonAndSubject() {
        parley.messageTag(true);

        assertThat(alex.get("/admin/audit?kind=channelInstance").body())
                .contains("Channel instance set up", "Facebook message tag:");
        assertThat(alex.get("/admin/audit?kind=channelInstance&who=" + UUID.randomUUID()).body())
                .contains("No results");
    }

    @Test
    void theChecklistUpdatesAutomatically() {
        assertThat(alex.get("/admin").body())
                .containsPattern("class=\"done\" data-test=\"check-page\"")
                .containsPattern("class=\"ahead\" data-test=\"check-received\"");
        var ann = parley.agent("Ann");
        var ada = parley.customer("Ada");

        ada.writes("Hello");
        ann.accepts(ada);
        ann.replies("Good morning");
        parley.until("Ada hears", () -> ada.received().contains("Good morning"));

        parley.until(
                "the step is ticked",
                () ->
                        alex.get("/admin")
                                .body()
                                .contains("class=\"done\" data-test=\"check-answered\""));
    }

    @Test
    void onlyAdministratorsCanSetUp() {
        var sue = parley.desk("Sue", Role.SUPERVISOR, Role.AGENT);

        var refused = sue.post(account() + "/name", Map.of("name", "Mine", "revision", "1"));

        assertThat(refused.statusCode()).isEqualTo(403);
    }

    private String account() {
        return "/admin/messaging-accounts/" + parley.account().id();
    }

    private String audited(String action) {
        return parley.database()
                .sql(
                        "select after::text from audit_entry where action = ? order by id desc limit 1")
                .param(action)
                .query(String.class)
                .single();
    }
}
