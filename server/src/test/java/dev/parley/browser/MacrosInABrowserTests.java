package dev.parley.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import dev.parley.identity.Role;
import dev.parley.identity.Users;
import dev.parley.stories.MacroForm;
import dev.parley.testing.TestCustomer;
import dev.parley.testing.TestParley;
import dev.parley.testing.TestParleyExtension;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Macros, from the administration to the customer.
@ExtendWith({TestParleyExtension.class, WindowsExtension.class})
class MacrosInABrowserTests {
    private final TestParley parley;
    private final Windows windows;
    private final TestCustomer ada;

    MacrosInABrowserTests(TestParley parley, Windows windows) {
        this.parley = parley;
        this.windows = windows;
        ada = parley.customer("Ada Lin");
    }

    @ParameterizedTest
    @CsvSource({"en-US, 1440, 包裹", "zh-TW, 360, parcel"})
    void oneKeyOpensTheListAndADigitRunsIt(String language, int width, String word) {
        library();
        var shots = "macros-%s-%d-".formatted(language, width);
        var desk = open(language, width);
        var reply = desk.getByTestId("composer");
        reply.fill("Half a sentence");

        desk.keyboard().press("Alt+o");
        assertThat(desk.locator("#macros-find")).isFocused();
        assertThat(options(desk)).hasCount(4);
        assertThat(desk.locator(".macro-choice[aria-disabled]")).hasCount(1);
        ScreenChecks.rightDayAndNight(desk, shots + "list");
        desk.keyboard().type("nothing like it");
        assertThat(desk.locator("#macros-none")).isVisible();
        ScreenChecks.picture(desk, shots + "none");
        desk.locator("#macros-find").fill(word);
        assertThat(desk.locator(".macro-choice:not([hidden])")).hasCount(1);
        assertThat(desk.locator("#macros-preview")).containsText("Dear Ada, it arrives tomorrow.");
        desk.keyboard().press("Escape");
        assertThat(options(desk).last()).isVisible();
        desk.keyboard().press("Escape");
        assertThat(desk.locator("#macros")).isHidden();
        assertThat(reply).isFocused();

        desk.keyboard().press("Alt+o");
        desk.keyboard().press("1");
        assertThat(desk.locator("#macros")).isHidden();
        assertThat(reply).hasValue("Half a sentence");
        assertThat(reply).isFocused();
        parley.until(
                "Ada hears it",
                () -> ada.received().equals(List.of("Dear Ada, it arrives tomorrow.")));
        assertThat(desk.locator(".timeline")).containsText("Told her");
    }

    @Test
    void itAsksBeforeItCrossesAMessageAndGoesOnAfterAFailure() {
        library();
        var desk = open("en-US", 1440);
        desk.route("**/desk/changes", route -> route.abort());
        ada.writes("It came!");
        parley.settle();
        desk.keyboard().press("Escape");
        desk.keyboard().press("o");
        desk.keyboard().press("1");
        assertThat(desk.locator("#macros-problem"))
                .containsText(Pattern.compile("you have not seen|sent a message"));
        ScreenChecks.picture(desk, "macros-asks");
        ScreenChecks.legible(desk);
        assertThat(ada.received()).isEmpty();
        desk.unroute("**/desk/changes");

        desk.route("**/macros/*", route -> route.abort());
        desk.locator("#macros-problem button").click();
        assertThat(desk.locator("#macros-problem"))
                .not()
                .containsText(Pattern.compile("you have not seen|sent a message"));
        ScreenChecks.picture(desk, "macros-failed");
        desk.unroute("**/macros/*");
        desk.locator("#macros-problem button").click();
        assertThat(desk.locator("#macros")).isHidden();
        parley.until(
                "Ada hears it",
                () -> ada.received().equals(List.of("Dear Ada, it arrives tomorrow.")));

        desk.keyboard().press("Control+k");
        desk.getByTestId("palette-text").fill("spam");
        var command = desk.locator(".palette-command").first();
        assertThat(command).containsText("Close as spam");
        ScreenChecks.picture(desk, "macros-palette");
        desk.keyboard().press("Enter");
        assertThat(desk.locator("#head-state")).hasAttribute("data-state", "WRAP_UP");
    }

    @Test
    void chosenAgainAfterALostAnswerItRepliesOnce() {
        library();
        var desk = open("en-US", 1440);
        desk.route(
                "**/macros/*",
                route -> {
                    var _ = route.fetch();
                    route.abort();
                });
        desk.keyboard().press("Alt+o");
        assertThat(options(desk)).hasCount(4);
        desk.keyboard().press("1");
        assertThat(desk.locator("#macros-problem button")).isVisible();
        parley.until("Ada hears it", () -> ada.received().size() == 1);
        desk.unroute("**/macros/*");
        desk.keyboard().press("Escape");
        assertThat(desk.locator("#macros")).isHidden();

        desk.keyboard().press("Alt+o");
        assertThat(options(desk)).hasCount(4);
        desk.waitForResponse("**/macros/*", () -> desk.keyboard().press("1"));
        assertThat(desk.locator("#macros")).isHidden();
        parley.settle();
        assertThat(ada.received()).containsExactly("Dear Ada, it arrives tomorrow.");
    }

    @Test
    void elsewhereItIsSaidThatItFailed() {
        library();
        var desk = open("en-US", 1440);
        parley.customer("Cleo").writes("Hello");
        desk.getByTestId("offer-accept").click();
        assertThat(desk.locator("#head-title")).containsText("Cleo");
        var held = new ArrayList<Route>();
        desk.route("**/macros/*", held::add);

        desk.keyboard().press("Alt+o");
        assertThat(options(desk)).hasCount(4);
        desk.keyboard().press("1");
        desk.waitForCondition(() -> held.size() == 1);
        moveOn(desk, "Ada");
        assertThat(desk.locator("#macros")).isHidden();
        held.getFirst().abort();
        assertThat(desk.locator("#failure")).containsText("A parcel 包裹");
    }

    @ParameterizedTest
    @CsvSource({"en-US, 1440", "zh-TW, 360"})
    void anAdministratorPutsTheStepsInOrderByKeyboard(String language, int width) {
        var shots = "macros-admin-%s-%d-".formatted(language, width);
        var window =
                windows.signIn(
                        parley.url() + "/admin/macros",
                        parley.user("Alexandra", Role.ADMINISTRATOR),
                        language,
                        width,
                        900);
        ScreenChecks.right(window, shots + "empty");
        window.locator(".sheet-head a").click();
        window.locator("#title").fill("Refund");
        window.locator("#step-0-kind").selectOption("END");
        window.locator("#step-0-closes").selectOption("true");
        window.locator("#macro-add").click();
        window.keyboard().press("Tab");
        window.keyboard().type("Dear ");
        window.locator("[data-step] >> nth=1").locator("summary").click();
        window.locator("[data-step] >> nth=1").locator("[data-slug='{CustomerFirstName}']").click();
        window.locator("button[type=submit].primary").click();
        assertThat(window.locator("#step-0-problem")).isVisible();
        assertThat(window.locator("#step-0-kind")).isFocused();
        ScreenChecks.right(window, shots + "problems");

        window.locator("#step-1-kind").focus();
        window.keyboard().press("Shift+Tab");
        window.keyboard().press("Shift+Tab");
        window.keyboard().press("Enter");
        assertThat(kinds(window).first()).hasValue("REPLY");
        assertThat(window.locator(":focus")).hasAttribute("data-step-do", "down");
        assertThat(window.locator("#macro-preview li").first()).containsText("Dear ");
        ScreenChecks.rightDayAndNight(window, shots + "form");
        window.locator("button[type=submit].primary").click();
        assertThat(window.locator("tbody tr")).hasCount(1);
        ScreenChecks.rightDayAndNight(window, shots + "list");
        window.locator("tbody a").click();
        window.locator("summary.button").click();
        window.locator(".confirm[open] button").click();
        assertThat(window.locator("tbody tr")).hasCount(0);
    }

    private void library() {
        var alex = parley.desk("Alexandra", Role.ADMINISTRATOR);
        new MacroForm("A parcel 包裹")
                .reply("Dear {CustomerFirstName}, it arrives tomorrow.")
                .note("Told her when it arrives")
                .savedBy(alex, "/admin/macros");
        new MacroForm("Close as spam").note("Spam").end("", false).savedBy(alex, "/admin/macros");
        new MacroForm("Tomorrow").snooze("TOMORROW").savedBy(alex, "/admin/macros");
        var ben = parley.user("Ben", Role.AGENT).signInName();
        var id = parley.part(Users.class).bySignInName(ben).orElseThrow().id();
        new MacroForm("To a colleague")
                .note("Please have a look at this, it is urgent and the customer has been waiting")
                .agent(id.toString())
                .savedBy(alex, "/admin/macros");
    }

    private Page open(String language, int width) {
        ada.writes("Where is my parcel?");
        var page =
                windows.signIn(
                        parley.url() + "/desk",
                        parley.user("Ann", Role.AGENT),
                        language,
                        width,
                        width < 500 ? 760 : 900);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        page.getByTestId("offer-accept").click();
        assertThat(page.getByTestId("composer")).isVisible();
        return page;
    }

    // Also while a dialog is open, as another tab or a notification can do it.
    private static void moveOn(Page desk, String name) {
        desk.getByTestId("work-item")
                .filter(new Locator.FilterOptions().setHasText(name))
                .locator("a")
                .first()
                .evaluate("link => link.click()");
        assertThat(desk.locator("#head-title")).containsText(name);
    }

    private static Locator options(Page desk) {
        return desk.locator("#macros-list [role=option]");
    }

    private static Locator kinds(Page window) {
        return window.locator("[data-step] [name=kind]");
    }
}
