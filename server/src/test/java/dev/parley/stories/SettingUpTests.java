package dev.parley.stories;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.house.Desk;
import dev.parley.house.House;
import dev.parley.house.Stage;
import dev.parley.identity.Role;
import dev.parley.messenger.setup.FacebookPages;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Stage.class)
class SettingUpTests {
    private static final String TOKEN = "EAAGa1b2c3d4e5f6g7h8i9j0wrong";

    private final House house;
    private final Desk alex;

    SettingUpTests(House house) {
        this.house = house;
        this.alex = house.desk("Alexandra", Role.ADMINISTRATOR);
        alex.says("AWAY");
    }

    @Test
    void switchingTheMessageTagOnOpensTheComposerAtOnce() {
        var ann = house.agent("Ann");
        var ada = house.customer("Ada");
        ada.writes("Hello");
        ann.accepts(ada);
        house.simulator().put("/simulator/faults", Map.of("humanAgentApproved", true));
        house.timePasses(Duration.ofHours(25));
        assertThat(ann.region("composer-state")).contains("data-window=\"closed\"");

        var saved = alex.post(page(house.page()) + "/switches", Map.of("messageTag", "true"));

        assertThat(saved.statusCode()).isEqualTo(303);
        assertThat(alex.get(account()).body())
                .contains("Facebook message tag: On", "Files from customers: Off");
        assertThat(ann.region("composer-state")).contains("data-window=\"human-agent\"");
        ann.replies("Sorry for the wait");
        house.until("Ada hears", () -> ada.hears().contains("Sorry for the wait"));
        assertThat(audited("channelInstance.setUp")).contains("\"messageTag\": true");
    }

    @Test
    void aPageThatFacebookRefusesIsKeptAndTheReasonStandsBesideIt() {
        var added =
                alex.post(
                        account() + "/pages",
                        Map.of("pageName", "Night Tea", "pageId", "424242", "pageToken", TOKEN));

        assertThat(added.statusCode()).isEqualTo(422);
        assertThat(added.body())
                .contains("Night Tea", "not subscribed yet", "Not subscribed:", "Facebook says:")
                .doesNotContain(TOKEN);
        var pages = house.part(FacebookPages.class);
        assertThat(pages.byPageId("424242")).isPresent();
        var again = alex.post(page("424242") + "/subscription", Map.of());
        assertThat(again.statusCode()).isEqualTo(422);
        assertThat(again.body()).contains("Not subscribed:");

        alex.post(page("424242") + "/removal", Map.of());
    }

    @Test
    void aPageIsSubscribedByAButton() {
        var subscribed = alex.post(page(house.page()) + "/subscription", Map.of());

        assertThat(subscribed.statusCode()).isEqualTo(303);
        assertThat(alex.get(account() + "?subscribed").body()).contains("The page is subscribed");
    }

    @Test
    void nobodyElseSwitchesAnything() {
        var sue = house.desk("Sue", Role.SUPERVISOR, Role.AGENT);

        var refused = sue.post(page(house.page()) + "/switches", Map.of("messageTag", "true"));

        assertThat(refused.statusCode()).isEqualTo(403);
    }

    private String account() {
        return "/admin/messaging-accounts/" + house.account().id();
    }

    private String page(String pageId) {
        var page = house.part(FacebookPages.class).byPageId(pageId).orElseThrow();
        return account() + "/pages/" + page.id();
    }

    private String audited(String action) {
        return house.database()
                .sql(
                        "select after::text from audit_entry where action = ? order by id desc limit 1")
                .param(action)
                .query(String.class)
                .single();
    }
}
