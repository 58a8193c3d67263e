package dev.parley.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.parley.identity.Role;
import dev.parley.testing.Desk;
import dev.parley.testing.TestCustomer;
import dev.parley.testing.TestParley;
import dev.parley.testing.TestParleyExtension;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Two agents and a supervisor: a colleague is consulted, with the keyboard; a conversation is
/// assigned.
@ExtendWith({TestParleyExtension.class, WindowsExtension.class})
class ConsultInABrowserTests {
    private final TestParley parley;
    private final Windows windows;
    private final TestCustomer ada;

    ConsultInABrowserTests(TestParley parley, Windows windows) {
        this.parley = parley;
        this.windows = windows;
        this.ada = parley.customer("Ada");
    }

    @ParameterizedTest
    @CsvSource({
        "en-US, 1440, LIGHT, You are helping Ann, You are no longer in this conversation",
        "zh-TW, 360, DARK, 您正在協助 Ann, 您已不在這個交談中"
    })
    void aColleagueHelpsAndKeepsWhatTheyTyped(
            String language, int width, ColorScheme scheme, String consulted, String left) {
        var name = "consult-%s-%d".formatted(language, width);
        ada.writes("My pump hums");
        var ann = signIn("Ann", language, width, scheme, Role.AGENT);
        ann.getByTestId("offer-accept").click();
        assertThat(ann.getByTestId("composer")).isVisible();
        var ben = signIn("Ben", language, width, scheme, Role.AGENT);
        assertThat(ben.locator("#work-empty")).isVisible();
        parley.until(
                "both are at their desks",
                () -> parley.count("select count(*) from agent where seen_at is not null") == 2);

        press(ann, "c");
        assertThat(ann.locator("#consult-filter")).isFocused();
        ann.keyboard().type("ben");
        ann.keyboard().press("Tab");
        ann.keyboard().press("Space");
        assertThat(ann.locator("#consult-targets input")).isChecked();
        ann.getByTestId("consult-note").fill("Do you know this hum? It starts after a minute.");
        ScreenChecks.right(ann, name + "-ask");
        ann.getByTestId("consult-send").click();
        assertThat(ann.locator("#consult")).isHidden();
        assertThat(ann.getByTestId("consult-withdraw")).isVisible();

        assertThat(ben.getByTestId("offer")).containsText("Do you know this hum?");
        ScreenChecks.right(ben, name + "-asked");
        ben.keyboard().press("a");
        assertThat(ben.getByTestId("participant-about")).containsText(consulted);
        assertThat(ben.locator("#timeline")).containsText("My pump hums");
        ScreenChecks.right(ben, name + "-reads");
        press(ben, "n");
        ben.keyboard().type("It is the bearing");
        ben.keyboard().press("Enter");
        assertThat(ann.locator(".internal-note").last()).containsText("It is the bearing");
        assertThat(ann.getByTestId("participant")).containsText("Ben");
        ScreenChecks.right(ann, name + "-helped");

        ann.getByTestId("participant-add").click();
        assertThat(ann.getByTestId("participant-add")).hasCount(0);
        assertThat(ben.getByTestId("participant-about")).not().containsText(consulted);
        press(ben, "n");
        ben.keyboard().type("One more thing");
        ann.getByTestId("participant-remove").click();
        assertThat(ben.locator("#conversation > .failure")).containsText(left);
        assertThat(ben.getByTestId("note-text")).hasValue("One more thing");
        ben.getByTestId("note-text").press("Enter");
        assertThat(ben.locator("#reply-error")).containsText(left);
        assertThat(ben.getByTestId("note-text")).hasValue("One more thing");
        assertThat(ben.getByTestId("participant-about")).hasCount(0);
        assertThat(ben.getByTestId("work-item")).hasCount(0);
        ScreenChecks.right(ben, name + "-left");
        assertThat(ann.getByTestId("participant")).hasCount(0);
    }

    @Test
    void theConversationIsTransferredToWhoIsConsulted() {
        ada.writes("My pump hums");
        var ann = signIn("Ann", "en-US", 1440, ColorScheme.LIGHT, Role.AGENT);
        ann.getByTestId("offer-accept").click();
        assertThat(ann.getByTestId("composer")).isVisible();
        var ben = parley.agent("Ben");
        press(ann, "c");
        ann.locator("#consult-targets input").check();
        ann.getByTestId("consult-send").click();
        parley.until("Ben is asked", () -> ben.isOffered(ada));
        ben.post(address(ben) + "/accept", Map.of());

        ann.getByTestId("transfer-to").click();

        ben.accepts(ada);
        ben.replies("It is the bearing");
        parley.until("Ada hears", () -> ada.received().contains("It is the bearing"));
        assertThat(ann.locator("#conversation > .failure")).containsText("Ben");
    }

    private static String address(Desk desk) {
        var list = desk.worklist("mine");
        var start = list.indexOf("/desk/consults/");
        return list.substring(start, list.indexOf("/accept\"", start));
    }

    @ParameterizedTest
    @CsvSource({"en-US, 1440, DARK, Sue assigned to you:", "zh-TW, 360, LIGHT, Sue 指派給您："})
    void anAgentGivesBackWhatASupervisorAssigned(
            String language, int width, ColorScheme scheme, String title) {
        var name = "assigned-%s-%d".formatted(language, width);
        var ann = signIn("Ann", language, width, scheme, Role.AGENT);
        away(ann);
        ada.writes("My pump hums");
        var sue = signIn("Sue", language, width, scheme, Role.SUPERVISOR);
        sue.navigate(parley.url() + "/desk?view=open");
        sue.locator(".pick input").first().check();
        sue.getByTestId("bulk-assign").click();
        sue.getByTestId("bulk-assign-to").click();

        assertThat(ann.getByTestId("assigned")).containsText(title);
        ScreenChecks.right(ann, name);
        ann.keyboard().press("d");
        assertThat(ann.getByTestId("assigned")).hasCount(0);
        assertThat(ann.getByTestId("work-item")).hasCount(0);
    }

    private static void away(Page desk) {
        desk.getByTestId("presence").click();
        desk.locator("#presence-menu [data-presence=AWAY]").click();
        assertThat(desk.getByTestId("presence")).hasAttribute("data-presence", "AWAY");
    }

    private static void press(Page desk, String key) {
        desk.locator("#scroller").focus();
        desk.keyboard().press(key);
    }

    private Page signIn(
            String user, String language, int width, ColorScheme scheme, Role... roles) {
        var desk =
                windows.signIn(
                        parley.url() + "/desk",
                        parley.user(user, roles),
                        language,
                        width,
                        width < 500 ? 760 : 900);
        desk.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
        return desk;
    }
}
