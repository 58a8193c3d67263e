package dev.parley.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.parley.identity.Role;
import dev.parley.testing.TestParley;
import dev.parley.testing.TestParleyExtension;
import java.util.regex.Pattern;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// An agent sees that a customer is on record twice, compares both, merges them, and separates them
/// again; or that somebody else wrote a conversation, and moves it to them.
@ExtendWith({TestParleyExtension.class, WindowsExtension.class})
class ContactMergeInABrowserTests {
    private final TestParley parley;
    private final Windows windows;

    ContactMergeInABrowserTests(TestParley parley, Windows windows) {
        this.parley = parley;
        this.windows = windows;
    }

    @ParameterizedTest
    @CsvSource({"zh-TW, 1440", "en-US, 360"})
    void aDuplicateIsMergedAndSeparatedAgain(String language, int width) {
        var name = language + "-" + width;
        var window =
                windows.signIn(
                        parley.url() + "/customers",
                        parley.user("Kim " + name, Role.AGENT),
                        language,
                        width,
                        width < 800 ? 760 : 900);
        add(window, "林小茶", "lin@example.com\ntea@example.com", "VIP, 批發", "偏好週六送貨。");
        add(window, "X".repeat(60), "tea@example.com\nx@example.com", "vip", "Pays by invoice");

        assertThat(window.getByTestId("duplicates")).containsText("tea@example.com");
        ScreenChecks.right(window, "merge-duplicates-" + name);
        window.getByTestId("merge").click();
        ScreenChecks.right(window, "merge-choice-" + name);
        window.locator("#search").fill("nobody");
        window.locator("#search").press("Enter");
        assertThat(window.getByRole(AriaRole.STATUS)).containsText("nobody");
        window.locator("#search").fill("林小茶");
        window.locator("#search").press("Enter");
        window.getByTestId("compare").last().click();
        ScreenChecks.rightDayAndNight(window, "merge-preview-" + name);
        window.getByTestId("reversed").click();
        assertThat(window.locator("h1")).containsText("林小茶");
        window.locator("[name=name][value=kept]").focus();
        window.keyboard().press("ArrowRight");
        assertThat(window.getByTestId("merge-name").locator(".if-other")).isVisible();
        window.keyboard().press("ArrowLeft");
        assertThat(window.getByTestId("merge-name").locator(".if-kept")).hasText("林小茶");
        window.keyboard().press("Enter");

        assertThat(window).hasURL(Pattern.compile("merged$"));
        assertThat(window.getByTestId("merged")).containsText("X".repeat(60));
        assertThat(window.locator("dl").first()).containsText("x@example.com");
        ScreenChecks.rightDayAndNight(window, "merged-" + name);
        window.getByTestId("unmerge").click();
        assertThat(window.getByTestId("merged")).hasCount(0);
        assertThat(window.getByTestId("duplicates")).containsText("tea@example.com");
        assertThat(window.locator("dl").first()).not().containsText("x@example.com");
    }

    @ParameterizedTest
    @CsvSource({"zh-TW, 1440", "en-US, 360"})
    void aConversationIsMovedToWhoWroteIt(String language, int width) {
        var name = language + "-" + width;
        var desk =
                windows.signIn(
                        parley.url() + "/desk",
                        parley.user("Kim " + name, Role.AGENT),
                        language,
                        width,
                        width < 800 ? 760 : 900);
        assertThat(desk.locator("#worklist")).isVisible();
        parley.customer("Ada").writes("This is her brother");
        desk.getByTestId("offer-accept").click();
        assertThat(desk.locator("#head")).containsText("Ada");
        if (width < 1200) {
            desk.locator("#head-customer").click();
        }
        desk.getByTestId("move-conversation").click();
        assertThat(desk.locator("#link-search")).isFocused();
        desk.getByTestId("link-new").click();
        desk.locator("#link-name").fill("林小茶");
        ScreenChecks.rightDayAndNight(desk, "move-dialog-" + name);
        desk.getByTestId("create-and-link").click();

        assertThat(desk.getByTestId("moved")).isVisible();
        assertThat(desk.locator("#customer-head")).containsText("林小茶");
        ScreenChecks.rightDayAndNight(desk, "moved-conversation-" + name);
        desk.getByTestId("move-back").click();
        assertThat(desk.getByTestId("moved")).hasCount(0);
        assertThat(desk.locator("#customer-head")).containsText("Ada");
        desk.getByTestId("move-conversation").click();
        desk.locator("#link-search").fill("林小茶");
        desk.getByTestId("link-this").click();
        assertThat(desk.getByTestId("moved")).isVisible();
    }

    private static void add(Page window, String name, String emails, String tags, String notes) {
        window.navigate(window.url().replaceAll("/customers.*", "/customers/new?kind=person"));
        window.locator("#name").fill(name);
        window.locator("#emails").fill(emails);
        window.locator("#tags").fill(tags);
        window.locator("#company").fill(name.startsWith("X") ? "" : "福爾摩沙貿易股份有限公司");
        window.locator("#notes").fill(notes);
        window.locator(".actions button").click();
        assertThat(window.locator(".notice")).isVisible();
    }
}
