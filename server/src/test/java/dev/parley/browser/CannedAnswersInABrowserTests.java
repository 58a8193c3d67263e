package dev.parley.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import dev.parley.identity.Role;
import dev.parley.testing.Desk;
import dev.parley.testing.TestCustomer;
import dev.parley.testing.TestParley;
import dev.parley.testing.TestParleyExtension;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Canned answers and emoji, from the administration to the customer.
@ExtendWith({TestParleyExtension.class, WindowsExtension.class})
class CannedAnswersInABrowserTests {
    private final TestParley parley;
    private final Windows windows;
    private final TestCustomer ada;

    CannedAnswersInABrowserTests(TestParley parley, Windows windows) {
        this.parley = parley;
        this.windows = windows;
        ada = parley.customer("Ada Lin");
    }

    @ParameterizedTest
    @CsvSource({"zh-TW, 1440, LIGHT, 配送, #包裹", "en-US, 360, DARK, deliv, #parcel"})
    void anAnswerIsFoundByKeyboardInsertedAndOnlyThenSent(
            String language, int width, ColorScheme scheme, String word, String tag) {
        library();
        var name = "canned-%s-%d-%s".formatted(language, width, scheme);
        var desk = open(language, width, scheme);
        var reply = desk.getByTestId("composer");

        reply.pressSequentially("/q");
        assertThat(options(desk)).hasCount(4);
        assertThat(desk.locator("#canned-preview")).not().isEmpty();
        ScreenChecks.picture(desk, name + "-picker");
        ScreenChecks.legible(desk);
        ScreenChecks.fits(desk);
        reply.pressSequentially(" " + word);
        assertThat(options(desk)).hasCount(2);
        desk.keyboard().press("Escape");
        assertThat(picker(desk)).isHidden();
        assertThat(reply).hasValue("/q " + word);
        assertThat(reply).isFocused();

        reply.fill("");
        reply.pressSequentially("/q nothing like it");
        assertThat(desk.locator(".insert-none").first()).isVisible();
        desk.keyboard().press("Enter");
        assertThat(reply).hasValue("/q nothing like it");
        ScreenChecks.picture(desk, name + "-none");
        reply.fill("");
        reply.pressSequentially("/q " + tag);
        assertThat(options(desk)).hasCount(2);
        desk.keyboard().press("ArrowDown");
        assertThat(options(desk).nth(1)).hasAttribute("aria-selected", "true");
        desk.keyboard().press("ArrowUp");
        desk.keyboard().press("Enter");

        assertThat(picker(desk)).isHidden();
        assertThat(reply).hasValue("Hi Ada, it arrives tomorrow.\nAnn");
        assertThat(reply).isFocused();
        assertThat(ada.received()).isEmpty();
        desk.keyboard().press("Enter");
        parley.until(
                "Ada hears it",
                () -> ada.received().equals(List.of("Hi Ada, it arrives tomorrow.\nAnn")));
        desk.getByTestId("emoji").click();
        assertThat(desk.locator("#emoji-groups button").first()).isVisible();
        ScreenChecks.picture(desk, name + "-emoji");
        ScreenChecks.fits(desk);
    }

    @Test
    void anAnswerAndAnEmojiAreInsertedAtTheCursor() {
        library();
        var desk = open("en-US", 1440, ColorScheme.LIGHT);
        var reply = desk.getByTestId("composer");
        reply.fill("Well, see you");
        reply.evaluate("field => field.setSelectionRange(6, 6)");

        desk.keyboard().press("Alt+q");
        assertThat(desk.locator("#canned-find")).isFocused();
        desk.keyboard().type("bye");
        assertThat(options(desk)).hasCount(1);
        ScreenChecks.picture(desk, "canned-with-field");
        ScreenChecks.legible(desk);
        desk.keyboard().press("Enter");
        assertThat(reply).hasValue("Well, Good bye!see you");
        desk.keyboard().press("Control+z");
        assertThat(reply).hasValue("Well, see you");

        desk.keyboard().press("End");
        desk.keyboard().press("Alt+m");
        assertThat(desk.locator("#emoji-find")).isFocused();
        assertThat(desk.locator("#emoji-groups button").first()).isVisible();
        ScreenChecks.picture(desk, "emoji");
        ScreenChecks.legible(desk);
        desk.keyboard().type("謝謝");
        desk.keyboard().press("ArrowDown");
        desk.keyboard().press("ArrowRight");
        desk.keyboard().press("Enter");
        assertThat(reply).hasValue("Well, see you🙏");
        assertThat(reply).isFocused();

        desk.getByTestId("emoji").click();
        assertThat(desk.locator("#emoji-recent")).isVisible();
        desk.keyboard().type("tea");
        desk.keyboard().press("Enter");
        assertThat(reply).hasValue("Well, see you🙏🍵");
        desk.keyboard().press("Alt+m");
        desk.keyboard().press("Escape");
        assertThat(desk.locator("#emoji-picker")).isHidden();
        assertThat(reply).isFocused();
        desk.keyboard().press("Enter");
        parley.until("Ada hears it", () -> ada.received().equals(List.of("Well, see you🙏🍵")));
    }

    @Test
    void anAnswerThatArrivesAfterEnterIsInsertedThen() {
        library();
        var desk = open("en-US", 1440, ColorScheme.LIGHT);
        var reply = desk.getByTestId("composer");
        reply.pressSequentially("/q");
        assertThat(options(desk)).hasCount(4);
        var held = new ArrayList<Route>();
        desk.route("**/canned-answers?*", held::add);

        desk.waitForRequest("**/canned-answers?typed=bye*", () -> reply.fill("/q bye"));
        desk.keyboard().press("Enter");
        assertThat(reply).hasValue("/q bye");
        held.getLast().resume();

        assertThat(reply).hasValue("Good bye!");
        assertThat(picker(desk)).isHidden();
        assertThat(ada.received()).isEmpty();
    }

    @Test
    void aSearchThatFailsIsTriedAgainAndAPersonalAnswerIsFound() {
        library();
        var desk = open("en-US", 1440, ColorScheme.LIGHT);
        desk.route("**/canned-answers?*", route -> route.abort());
        desk.getByTestId("canned").click();
        assertThat(desk.locator("#canned-results .error")).isVisible();
        ScreenChecks.picture(desk, "canned-failed");

        desk.unroute("**/canned-answers?*");
        desk.locator("#canned-results button").click();
        assertThat(options(desk)).hasCount(4);
        desk.locator("[data-canned=personal]").click();
        assertThat(options(desk)).hasCount(0);
        desk.locator("[data-canned=all]").click();
        options(desk).last().click();
        assertThat(picker(desk)).isHidden();
        assertThat(desk.getByTestId("composer")).not().hasValue("");
        assertThat(desk.locator(".entry.pending")).hasCount(0);

        var conversation = desk.url();
        desk.navigate(parley.url() + "/account");
        desk.locator("a[href='/account/canned-answers']").last().click();
        ScreenChecks.right(desk, "canned-own-empty");
        desk.locator(".sheet-head a").click();
        desk.locator("#title").fill("Regards");
        desk.locator("#text").fill("Regards, {AgentFirstName}");
        ScreenChecks.right(desk, "canned-own-form");
        desk.locator("button[type=submit].primary").click();
        assertThat(desk.locator("tbody tr")).hasCount(1);
        ScreenChecks.right(desk, "canned-own-list");
        desk.navigate(conversation);
        desk.getByTestId("canned").click();
        assertThat(options(desk)).hasCount(5);
        desk.locator("[data-canned=personal]").click();
        assertThat(options(desk)).hasCount(1);
        ScreenChecks.picture(desk, "canned-personal");
    }

    @ParameterizedTest
    @CsvSource({"en-US, 1440", "zh-TW, 360"})
    void anAdministratorManagesTheLibrary(String language, int width) {
        var shots = "canned-admin-%s-%d-".formatted(language, width);
        var window =
                windows.signIn(
                        parley.url() + "/admin/canned-answers",
                        parley.user("Alexandra", Role.ADMINISTRATOR),
                        language,
                        width,
                        900);
        ScreenChecks.right(window, shots + "empty");
        window.locator(".sheet-head a").click();
        window.locator("#text").fill("Hi {Customer}");
        window.locator("button[type=submit].primary").click();
        assertThat(window.locator("#title-problem")).isVisible();
        assertThat(window.locator("#text-problem")).containsText("{CustomerFirstName}");
        ScreenChecks.right(window, shots + "problems");
        window.locator("#title").fill("Greeting");
        window.locator("#text").fill("Hi ");
        window.locator("[data-slug='{CustomerFirstName}']").click();
        assertThat(window.locator("#text")).hasValue("Hi {CustomerFirstName}");
        window.locator("#tags").fill("hello #早安");
        window.locator("#language").selectOption("other");
        window.locator("#otherLanguage").fill("JA");
        window.locator("input[name=scope][value=some]").check();
        window.locator("input[name=workstreams]").first().check();
        ScreenChecks.rightDayAndNight(window, shots + "form");
        window.locator("button[type=submit].primary").click();
        assertThat(window.locator("tbody tr")).hasCount(1);
        ScreenChecks.rightDayAndNight(window, shots + "list");

        window.locator("a[href$='/import']").click();
        var file = "title,language,text\nBye,en,Good bye\nOdd,en,{Nickname}\n".getBytes(UTF_8);
        window.locator("#file").setInputFiles(new FilePayload("a.csv", "text/csv", file));
        window.locator("form[data-upload] button").click();
        assertThat(window.locator("tbody tr")).hasCount(2);
        ScreenChecks.rightDayAndNight(window, shots + "import");
        window.locator("button[type=submit].primary").click();
        assertThat(window.locator("tbody tr")).hasCount(2);
        assertThat(window.locator(".notice.positive")).isVisible();
        window.locator("tbody a").last().click();
        window.locator("summary.button").click();
        window.locator(".confirm[open] button").click();
        assertThat(window.locator("tbody tr")).hasCount(1);
    }

    /// Four answers for the desk; one of them in another language.
    private void library() {
        var alex = parley.desk("Alexandra", Role.ADMINISTRATOR);
        saves(
                alex,
                "Delivery 配送",
                "Hi {CustomerFirstName}, it arrives tomorrow.\n{AgentDisplayName}",
                "parcel 包裹",
                "en");
        saves(alex, "Good bye", "Good bye!", "", "en");
        saves(
                alex,
                "Opening hours",
                "We are open from 10:00 to 21:00, also on Sundays. ".repeat(8),
                "shop",
                "en");
        saves(
                alex,
                "配送時間 delivery time",
                "{CustomerFullName} 您好，包裹將於 2–3 天內送達。",
                "parcel 包裹",
                "zh-TW");
    }

    private static void saves(Desk desk, String title, String text, String tags, String language) {
        var form =
                Map.of(
                        "title", title,
                        "language", language,
                        "text", text,
                        "tags", tags,
                        "scope", "all");
        assertThat(desk.post("/admin/canned-answers/new", form).statusCode()).isEqualTo(303);
    }

    private Page open(String language, int width, ColorScheme scheme) {
        ada.writes("Where is my parcel?");
        var page =
                windows.signIn(
                        parley.url() + "/desk",
                        parley.user("Ann", Role.AGENT),
                        language,
                        width,
                        width < 500 ? 760 : 900);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
        page.getByTestId("offer-accept").click();
        assertThat(page.getByTestId("composer")).isVisible();
        return page;
    }

    private static Locator picker(Page desk) {
        return desk.locator("#canned-picker");
    }

    private static Locator options(Page desk) {
        return desk.locator("#canned-results [role=option]");
    }
}
