package dev.parley.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.parley.identity.Role;
import dev.parley.testing.TestParley;
import dev.parley.testing.TestParleyExtension;
import dev.parley.timeout.SilentParty;
import dev.parley.timeout.TimeOutAction;
import dev.parley.timeout.TimeOutRuleDraft;
import dev.parley.timeout.TimeOutRules;
import dev.parley.workstream.Workstreams;
import java.time.Duration;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Time-out rules: at the desk, and in the administration.
@ExtendWith({TestParleyExtension.class, WindowsExtension.class})
class TimeOutsInABrowserTests {
    private final TestParley parley;
    private final Windows windows;

    TimeOutsInABrowserTests(TestParley parley, Windows windows) {
        this.parley = parley;
        this.windows = windows;
    }

    @ParameterizedTest
    @CsvSource({
        "en-US, 1440, LIGHT, Moves to waiting, Time-out rules paused, moved to waiting",
        "zh-TW, 360, DARK, 移至等候中, 逾時規則已暫停, 已移至等候中"
    })
    void theAgentSeesWhatComesAndPausesItByOneKey(
            String language,
            int width,
            ColorScheme scheme,
            String next,
            String paused,
            String line) {
        var name = "time-out-%s-%d".formatted(language, width);
        // No silence counts from when the server started.
        parley.timePasses(Duration.ofMinutes(6));
        rule(20, TimeOutAction.MOVE_TO_WAITING, "");
        var ada = parley.customer("Ada");
        ada.writes("Is my parcel lost?");
        var ann = signIn("Ann", "/desk", language, width, scheme, Role.AGENT);
        ann.getByTestId("offer-accept").click();
        ann.getByTestId("composer").fill("Which number has it?");
        ann.getByTestId("composer").press("Enter");
        assertThat(ann.getByTestId("time-out")).containsText(next);
        ScreenChecks.right(ann, name + "-next");

        ann.locator("#head-more").click();
        assertThat(ann.getByTestId("pause-time-outs")).isVisible();
        ScreenChecks.right(ann, name + "-menu");
        ann.keyboard().press("Escape");
        ann.locator("#scroller").focus();
        ann.keyboard().press("u");
        assertThat(ann.getByTestId("time-out")).hasText(paused);
        ScreenChecks.right(ann, name + "-paused");
        ann.keyboard().press("u");
        assertThat(ann.getByTestId("time-out")).containsText(next);

        parley.timePasses(Duration.ofMinutes(21));
        assertThat(ann.locator("#timeline")).containsText(line);
        assertThat(ann.locator("#head-state")).hasAttribute("data-state", "WAITING");
        assertThat(ann.getByTestId("time-out")).hasCount(0);
        ScreenChecks.right(ann, name + "-done");
    }

    @ParameterizedTest
    @CsvSource({"en-US, 1440, LIGHT", "zh-TW, 360, DARK"})
    void anAdministratorAddsRulesAndOrdersThemByKeyboard(
            String language, int width, ColorScheme scheme) {
        var name = "time-out-rules-%s-%d".formatted(language, width);
        var address = "/admin/workstreams/%s/time-outs".formatted(workstream());
        var alex = signIn("Alex", address, language, width, scheme, Role.ADMINISTRATOR);
        ScreenChecks.right(alex, name + "-none");

        alex.navigate(parley.url() + address + "/new");
        alex.locator("form.column button[type=submit]").click();
        assertThat(alex.locator("#after")).isFocused();
        assertThat(alex.locator("#english-problem")).isVisible();
        alex.locator("#after").fill("10");
        alex.locator("#english").fill("Still there, ");
        alex.locator("[data-slugs]:has(#english) summary").click();
        alex.locator("[data-slugs]:has(#english) [data-slug='{CustomerFirstName}']").click();
        assertThat(alex.locator("#english")).hasValue("Still there, {CustomerFirstName}");
        ScreenChecks.right(alex, name + "-form");
        alex.locator("form.column button[type=submit]").click();
        rule(20, TimeOutAction.MOVE_TO_WAITING, "");
        rule(90, TimeOutAction.END, "Goodbye");
        alex.reload();
        assertThat(alex.locator("tbody tr")).hasCount(3);
        ScreenChecks.right(alex, name + "-list");

        var last = alex.locator("tbody tr").nth(2);
        last.locator("button[value=true]").focus();
        alex.keyboard().press("Enter");
        assertThat(alex.locator("tbody tr").nth(1).locator("button[value=true]")).isFocused();
        alex.keyboard().press("Enter");
        assertThat(alex.locator("tbody tr").first().locator("button[value=false]")).isFocused();
        assertThat(alex.locator("tbody tr").first()).containsText("Goodbye");

        alex.locator("tbody tr th a").first().click();
        alex.locator("details.confirm summary").click();
        ScreenChecks.right(alex, name + "-delete");
        alex.locator("details.confirm button").click();
        assertThat(alex.locator("tbody tr")).hasCount(2);
        alex.navigate(parley.url() + "/admin/workstreams/" + workstream());
        alex.locator("#time-outs").scrollIntoViewIfNeeded();
        ScreenChecks.right(alex, name + "-workstream");
    }

    private String workstream() {
        return parley.part(Workstreams.class).defaultWorkstream().id().toString();
    }

    private void rule(int minutes, TimeOutAction action, String text) {
        parley.part(TimeOutRules.class)
                .create(
                        parley.part(Workstreams.class).defaultWorkstream().id(),
                        new TimeOutRuleDraft(
                                SilentParty.CUSTOMER,
                                Duration.ofMinutes(minutes),
                                action,
                                text,
                                ""),
                        parley.anyUser());
    }

    private Page signIn(
            String user, String path, String language, int width, ColorScheme scheme, Role role) {
        var window =
                windows.signIn(
                        parley.url() + path,
                        parley.user(user, role),
                        language,
                        width,
                        width < 500 ? 760 : 900);
        window.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
        return window;
    }
}
