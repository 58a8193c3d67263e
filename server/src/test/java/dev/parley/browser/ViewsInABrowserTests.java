package dev.parley.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.KeyboardModifier;
import dev.parley.identity.Role;
import dev.parley.testing.TestParley;
import dev.parley.testing.TestParleyExtension;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Views of the list, saved views, and actions on many conversations.
@ExtendWith({TestParleyExtension.class, WindowsExtension.class})
class ViewsInABrowserTests {
    private final TestParley parley;
    private final Windows windows;

    ViewsInABrowserTests(TestParley parley, Windows windows) {
        this.parley = parley;
        this.windows = windows;
    }

    @ParameterizedTest
    @CsvSource({
        "en-US, 1440, Waiting for a reply, No matching conversations",
        "zh-TW, 360, 等候回覆的客戶, 沒有符合的交談"
    })
    void aViewIsFilteredSavedFoundAndDeleted(
            String language, int width, String name, String nothing) {
        parley.agent("Ann").setPresence("AWAY");
        write("Ada", "Ben");
        var desk = signIn(language, width, Role.AGENT, Role.SUPERVISOR);
        desk.locator("#rail-all").click();
        assertThat(desk.getByTestId("waits")).hasCount(2);
        ScreenChecks.rightDayAndNight(desk, "views-list-" + language);

        desk.keyboard().press("w");
        desk.locator("#filter-waiting").selectOption("any");
        ScreenChecks.rightDayAndNight(desk, "views-filter-" + language);
        desk.getByTestId("view-new-name").fill(name);
        desk.getByTestId("view-shared").check();
        desk.getByTestId("view-save").click();
        assertThat(desk.locator("#worklist-title")).containsText(name);
        assertThat(desk).hasURL(Pattern.compile("view=[0-9a-f-]{36}$"));
        assertThat(desk.getByTestId("work-item")).hasCount(2);

        desk.keyboard().press("v");
        assertThat(desk.getByTestId("saved-view")).containsText("2");
        write("Cleo");
        assertThat(desk.getByTestId("saved-view")).containsText("3");
        assertThat(desk.getByTestId("work-item")).hasCount(3);
        ScreenChecks.rightDayAndNight(desk, "views-menu-" + language);
        desk.keyboard().press("Escape");
        desk.locator("#rail-mine").click();
        desk.keyboard().press("Control+k");
        desk.getByTestId("palette-text").fill(name);
        assertThat(desk.locator(".palette-command").first()).containsText(name);
        desk.keyboard().press("Enter");
        assertThat(desk.locator("#worklist-title")).containsText(name);

        desk.keyboard().press("w");
        desk.locator("#filter-waiting").selectOption("1d");
        desk.getByTestId("filters-show").click();
        assertThat(desk.locator("#work-empty")).containsText(nothing);
        ScreenChecks.right(desk, "views-empty-" + language);
        desk.reload();
        assertThat(desk.locator("#work-empty")).containsText(nothing);
        desk.keyboard().press("v");
        desk.getByTestId("view-edit").click();
        ScreenChecks.right(desk, "views-edit-" + language);
        desk.getByTestId("view-delete").click();
        assertThat(desk.locator("#worklist")).hasAttribute("data-query", "view=all");
        assertThat(desk.getByTestId("saved-view")).hasCount(0);
    }

    @ParameterizedTest
    @CsvSource({"en-US, 1440", "zh-TW, 360"})
    void manyConversationsAreMovedAtOnceAndUndone(String language, int width) {
        parley.agent("Ann").setPresence("AWAY");
        write("Ada", "Ben", "Cleo", "Dan");
        var desk = signIn(language, width, Role.AGENT);
        desk.locator("#rail-open").click();
        assertThat(desk.getByTestId("work-item")).hasCount(4);
        boxes(desk).nth(0).check();
        boxes(desk)
                .nth(2)
                .click(new Locator.ClickOptions().setModifiers(List.of(KeyboardModifier.SHIFT)));
        assertThat(desk.locator("#bulk-count")).containsText("3");
        ScreenChecks.rightDayAndNight(desk, "bulk-" + language);

        desk.getByTestId("bulk-take").click();
        assertThat(desk.getByTestId("bulk-done")).containsText("3");
        assertThat(desk.getByTestId("work-item")).hasCount(1);
        ScreenChecks.rightDayAndNight(desk, "bulk-done-" + language);
        desk.getByTestId("bulk-undo").click();
        assertThat(desk.getByTestId("work-item")).hasCount(4);

        desk.getByTestId("pick-all").check();
        desk.getByTestId("bulk-take").click();
        assertThat(desk.getByTestId("bulk-done")).containsText("4");
        desk.locator("#rail-mine").click();
        assertThat(desk.getByTestId("work-item")).hasCount(4);
        desk.keyboard().press("j");
        desk.keyboard().press("x");
        assertThat(desk.locator("#bulk-count")).containsText("1");
        desk.getByTestId("bulk-snooze").click();
        desk.keyboard().press("1");
        assertThat(desk.getByTestId("bulk-done")).containsText("1");
        assertThat(desk.getByTestId("work-item")).hasCount(3);
        desk.getByTestId("pick-all").check();
        desk.getByTestId("bulk-close").click();
        assertThat(desk.getByTestId("bulk-done")).containsText("3");
        desk.keyboard().press("z");
        assertThat(desk.getByTestId("bulk-done")).containsText("3");
        parley.until(
                "closing is undone",
                () -> parley.count("select count(*) from conversation where closing") == 0);
        assertThat(parley.count("select count(*) from conversation where state = 'ACTIVE'"))
                .isEqualTo(3);
    }

    @Test
    void theListThatWasChosenLastIsShown() {
        var desk = signIn("en-US", 1440, Role.AGENT);
        var held = new ArrayList<Route>();
        desk.route("**/desk?view=*", held::add);
        desk.locator("#rail-closed").click();
        desk.locator("#rail-open").click();
        desk.waitForCondition(() -> held.size() == 2);

        held.getFirst().resume();
        Windows.settle(desk);
        held.getLast().resume();

        assertThat(desk.locator("#worklist")).hasAttribute("data-query", "view=open");
    }

    @Test
    void theRowUnderThePointerStaysWhereItIs() {
        parley.agent("Ann").setPresence("AWAY");
        write("Ada", "Ben", "Cleo");
        var desk = signIn("en-US", 1440, Role.AGENT);
        desk.locator("#rail-open").click();
        var ada =
                desk.getByTestId("work-item").filter(new Locator.FilterOptions().setHasText("Ada"));
        Windows.settle(desk);
        ada.hover();
        var before = ada.boundingBox();

        write("Dan", "Eve");
        assertThat(desk.getByTestId("work-item")).hasCount(5);

        assertThat(ada.boundingBox().y).isCloseTo(before.y, within(1.0));
        desk.locator("#rail-search").hover();
        assertThat(desk.getByTestId("work-item").first()).containsText("Eve");
        assertThat(desk.evaluate("document.getElementById('list').scrollTop")).isEqualTo(0);
        assertThat(
                        desk.getByRole(AriaRole.ALERT)
                                .filter(new Locator.FilterOptions().setVisible(true)))
                .hasCount(0);
    }

    private void write(String... names) {
        for (var name : names) {
            parley.customer(name).writes("Hello from " + name);
            parley.until(
                    name + " waits",
                    () ->
                            parley.count(
                                            "select count(*) from conversation where preview = 'Hello from "
                                                    + name
                                                    + "'")
                                    == 1);
        }
        parley.settle();
    }

    private static Locator boxes(Page desk) {
        return desk.locator("[data-pick]");
    }

    private Page signIn(String language, int width, Role... roles) {
        var desk =
                windows.signIn(
                        parley.url() + "/desk",
                        parley.user("Kim", roles),
                        language,
                        width,
                        width < 500 ? 760 : 900);
        parley.database().sql("update agent set presence = 'AWAY'").update();
        return desk;
    }
}
