package dev.parley.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import dev.parley.identity.Role;
import dev.parley.testing.TestCustomer;
import dev.parley.testing.TestParley;
import dev.parley.testing.TestParleyExtension;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Tags of conversations, with the keyboard, in lists, and in the administration.
@ExtendWith({TestParleyExtension.class, WindowsExtension.class})
class TagsInABrowserTests {
    private final TestParley parley;
    private final Windows windows;

    TagsInABrowserTests(TestParley parley, Windows windows) {
        this.parley = parley;
        this.windows = windows;
    }

    @ParameterizedTest
    @CsvSource({
        "en-US, 1440, LIGHT, Refund, v, The conversation has this tag already.",
        "zh-TW, 360, DARK, 退款, 退, 此交談已有這個標籤。"
    })
    void tagsAreAddedFoundAndRemovedWithTheKeyboard(
            String language,
            int width,
            ColorScheme scheme,
            String name,
            String letter,
            String has) {
        var picture = "tags-%s-%d".formatted(language, width);
        write("Ada");
        var desk = signIn("Ann", language, width, scheme, Role.AGENT);
        desk.getByTestId("offer-accept").click();
        press(desk, "#");
        assertThat(desk.locator("#tag-hint")).isVisible();
        desk.keyboard().type(name);
        assertThat(desk.getByTestId("tag-create")).containsText(name);
        desk.keyboard().press("Enter");
        assertThat(desk.getByTestId("tag-chosen")).hasText(name);
        assertThat(desk.getByTestId("tag-text")).hasValue("");
        desk.keyboard().type("VIP");
        desk.keyboard().press("Enter");
        assertThat(desk.getByTestId("tag-chosen")).hasCount(2);
        ScreenChecks.right(desk, picture + "-dialog");
        desk.keyboard().type("vip");
        assertThat(desk.locator("#tag-hint")).hasText(has);
        desk.keyboard().press("Escape");
        assertThat(desk.locator("#tag-dialog")).isHidden();
        assertThat(desk.locator("#timeline")).containsText(name);
        ScreenChecks.right(desk, picture + "-head");

        press(desk, "#");
        assertThat(desk.getByTestId("tag-text")).hasValue("vip");
        assertThat(desk.getByTestId("tag-chosen")).hasCount(2);
        desk.getByTestId("tag-text").fill("");
        desk.keyboard().press("Backspace");
        desk.keyboard().press("Enter");
        assertThat(desk.getByTestId("tag-chosen")).hasCount(1);
        desk.keyboard().type(letter);
        desk.keyboard().press("ArrowDown");
        ScreenChecks.right(desk, picture + "-choice");
        desk.keyboard().press("ArrowUp");
        desk.keyboard().press("Enter");
        assertThat(desk.getByTestId("tag-chosen")).hasCount(2);
        desk.keyboard().press("Escape");
        press(desk, "i");
        assertThat(desk.getByTestId("customer-tag")).hasCount(2);
        ScreenChecks.right(desk, picture + "-pane");
    }

    @ParameterizedTest
    @CsvSource({"en-US, 1440, DARK", "zh-TW, 360, LIGHT"})
    void manyAreTaggedUndoneAndFiltered(String language, int width, ColorScheme scheme) {
        var picture = "bulk-tags-%s-%d".formatted(language, width);
        parley.agent("Ben").setPresence("AWAY");
        write("Ada", "Cleo", "Dan");
        var desk = signIn("Sue", language, width, scheme, Role.SUPERVISOR);
        desk.locator("#rail-open").click();
        assertThat(desk.getByTestId("work-item")).hasCount(3);
        box(desk, "Ada").check();
        assertThat(desk.locator("#bulk-count")).containsText("1");
        box(desk, "Cleo").check();
        assertThat(desk.locator("#bulk-count")).containsText("2");
        desk.getByTestId("bulk-tag").click();
        desk.keyboard().type("Sale");
        assertThat(desk.getByTestId("tag-create")).isVisible();
        desk.keyboard().press("Enter");
        assertThat(desk.getByTestId("bulk-done")).containsText("2");
        assertThat(desk.locator(".work-item").getByTestId("tags")).hasCount(2);
        ScreenChecks.right(desk, picture + "-list");
        desk.getByTestId("bulk-undo").click();
        assertThat(desk.locator(".work-item").getByTestId("tags")).hasCount(0);

        box(desk, "Ada").check();
        desk.getByTestId("bulk-tag").click();
        assertThat(desk.getByTestId("tag-option")).isVisible();
        desk.getByTestId("tag-option").click();
        assertThat(desk.locator(".work-item").getByTestId("tags")).hasCount(1);
        desk.keyboard().press("w");
        desk.locator("#filter-tag input").check();
        ScreenChecks.right(desk, picture + "-filter");
        desk.getByTestId("filters-show").click();
        assertThat(desk.getByTestId("list-filters")).containsText("Sale");
        assertThat(desk.getByTestId("work-item")).hasCount(1);
        desk.getByTestId("pick-all").check();
        desk.getByTestId("bulk-untag").click();
        desk.keyboard().type("sale");
        assertThat(desk.locator("#tag-options [aria-selected=true]")).hasText("Sale");
        desk.keyboard().press("Enter");
        assertThat(desk.locator("#work-empty")).isVisible();
        administer(language, width, scheme, picture);
    }

    @Test
    void whatIsTypedFasterThanTheServerAnswersIsNotLost() {
        write("Ada");
        var desk = signIn("Ann", "en-US", 1440, ColorScheme.LIGHT, Role.AGENT);
        desk.getByTestId("offer-accept").click();
        var held = hold(desk);
        press(desk, "#");
        enter(desk, "Refund");
        enter(desk, "VIP");
        desk.waitForCondition(() -> !held.isEmpty());
        release(desk, held, Route::resume);
        assertThat(desk.getByTestId("tag-chosen")).hasCount(2);
        assertThat(desk.getByTestId("tag-text")).hasValue("");

        var refused = hold(desk);
        enter(desk, "Sale");
        enter(desk, "Late");
        desk.keyboard().type("new");
        desk.waitForCondition(() -> !refused.isEmpty());
        release(desk, refused, Route::abort);
        assertThat(desk.getByTestId("tag-chosen")).hasCount(3);
        assertThat(desk.locator("#tag-error")).containsText("Sale: ");
        assertThat(desk.getByTestId("tag-text")).hasValue("new");

        var lost = hold(desk);
        desk.getByTestId("tag-text").fill("Sale");
        desk.keyboard().press("Enter");
        desk.keyboard().press("Escape");
        desk.waitForCondition(() -> !lost.isEmpty());
        release(desk, lost, Route::abort);
        assertThat(desk.locator("#failure")).containsText("Sale: ");
        press(desk, "#");
        assertThat(desk.getByTestId("tag-text")).hasValue("Sale");
        desk.keyboard().press("Enter");
        assertThat(desk.getByTestId("tag-chosen")).hasCount(4);
    }

    private static void enter(Page desk, String name) {
        desk.keyboard().type(name);
        desk.keyboard().press("Enter");
    }

    private static List<Route> hold(Page desk) {
        var held = new ArrayList<Route>();
        desk.route("**/tags", held::add);
        return held;
    }

    private static void release(Page desk, List<Route> held, Consumer<Route> how) {
        List.copyOf(held).forEach(how);
        desk.unroute("**/tags");
    }

    private void administer(String language, int width, ColorScheme scheme, String picture) {
        var admin = signIn("Alex", language, width, scheme, Role.ADMINISTRATOR);
        admin.navigate(parley.url() + "/admin/tags/new");
        admin.locator("#name").fill("VIP");
        admin.keyboard().press("Enter");
        assertThat(admin.locator("table tbody tr")).hasCount(2);
        ScreenChecks.right(admin, picture + "-admin");
        admin.locator("table tbody a").first().click();
        admin.locator("#name").fill("vip");
        admin.keyboard().press("Enter");
        assertThat(admin.getByTestId("merge")).isVisible();
        ScreenChecks.right(admin, picture + "-question");
        admin.getByTestId("merge").click();
        assertThat(admin.locator("table tbody tr")).hasCount(1);
    }

    private static Locator box(Page desk, String name) {
        return desk.getByTestId("work-item")
                .filter(new Locator.FilterOptions().setHasText(name))
                .locator("[data-pick]");
    }

    private void write(String... names) {
        for (var name : names) {
            TestCustomer customer = parley.customer(name);
            customer.writes("Hello from " + name);
            parley.until(
                    name + " waits",
                    () ->
                            parley.count(
                                            "select count(*) from conversation where preview = 'Hello from "
                                                    + name
                                                    + "'")
                                    == 1);
        }
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
