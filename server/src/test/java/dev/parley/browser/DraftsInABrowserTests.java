package dev.parley.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import dev.parley.identity.Role;
import dev.parley.testing.TestCustomer;
import dev.parley.testing.TestParley;
import dev.parley.testing.TestParleyExtension;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Drafts that follow their user from window to window, and the question before a reply crosses
/// what the customer just wrote.
@ExtendWith({TestParleyExtension.class, WindowsExtension.class})
class DraftsInABrowserTests {
    private final TestParley parley;
    private final Windows windows;
    private final TestCustomer ada;

    DraftsInABrowserTests(TestParley parley, Windows windows) {
        this.parley = parley;
        this.windows = windows;
        ada = parley.customer("Ada");
    }

    @Test
    void aDraftIsInEveryWindowUntilItIsSent() {
        ada.writes("Is my parcel lost?");
        var desk = open("en-US", 1440);
        desk.getByTestId("offer-accept").click();
        var phone = open("en-US", 360);
        phone.navigate(desk.url());

        composer(desk).fill("It arrives");
        assertThat(composer(phone)).hasValue("It arrives");
        assertThat(desk.getByTestId("drafted")).isVisible();
        ScreenChecks.picture(desk, "draft-in-list");
        composer(phone).press("End");
        composer(phone).pressSequentially(" tomorrow.");
        assertThat(composer(desk)).hasValue("It arrives tomorrow.");
        desk.reload();
        assertThat(composer(desk)).hasValue("It arrives tomorrow.");

        composer(phone).press("Enter");
        parley.until("Ada hears", () -> ada.received().equals(List.of("It arrives tomorrow.")));
        assertThat(composer(desk)).hasValue("");
        assertThat(desk.getByTestId("drafted")).hasCount(0);
        assertThat(parley.count("select count(*) from draft")).isZero();
    }

    @ParameterizedTest
    @CsvSource({"en-US, 1440, Typed in another window, Insert", "zh-TW, 360, 在另一個視窗輸入的內容, 插入"})
    void whatTwoWindowsTypedIsKeptTwice(String language, int width, String other, String insert) {
        ada.writes("Is my parcel lost?");
        var desk = open(language, width);
        desk.getByTestId("offer-accept").click();
        var train = open(language, 1440);
        train.navigate(desk.url());
        train.route("**/drafts/**", Route::abort);
        train.waitForRequest("**/drafts/**", () -> composer(train).fill("Older, from the train"));
        composer(desk).fill("Newer, from the desk");
        parley.until("it is stored", () -> parley.count("select count(*) from draft") == 1);

        train.unroute("**/drafts/**");
        train.evaluate("htmx.trigger(document.body, 'reconnected')");

        assertThat(composer(train)).hasValue("Newer, from the desk");
        assertThat(desk.getByTestId("draft-other")).containsText("Older, from the train");
        assertThat(desk.getByTestId("draft-other")).containsText(other);
        ScreenChecks.rightDayAndNight(desk, "draft-other-" + language);
        desk.getByTestId("draft-other").getByText(insert).click();
        assertThat(composer(desk)).hasValue("Newer, from the desk\n\nOlder, from the train");
        assertThat(desk.getByTestId("draft-other")).hasCount(0);
        assertThat(composer(train)).hasValue("Newer, from the desk\n\nOlder, from the train");
        assertThat(train.getByTestId("draft-other")).hasCount(0);
    }

    @ParameterizedTest
    @CsvSource({"en-US, 1440, Send, Send anyway", "zh-TW, 360, 傳送, 仍要傳送"})
    void sendAsksOnceMoreWhenTheCustomerWroteMeanwhile(
            String language, int width, String send, String anyway) {
        ada.writes("Is my parcel lost?");
        var desk = open(language, width);
        desk.getByTestId("offer-accept").click();
        assertThat(desk.locator("#timeline")).containsText("Is my parcel lost?");
        composer(desk).fill("It arrives tomorrow.");
        desk.evaluate("document.hasFocus = () => false");
        ada.writes("Sorry, it just came!");
        assertThat(desk.locator("#timeline")).containsText("Sorry, it just came!");

        composer(desk).press("Enter");

        assertThat(desk.getByTestId("composer-send")).hasText(anyway);
        assertThat(desk.locator("#send-guard")).containsText("Sorry, it just came!");
        assertThat(composer(desk)).hasValue("It arrives tomorrow.");
        ScreenChecks.rightDayAndNight(desk, "send-guard-" + language);
        composer(desk).press("Escape");
        assertThat(desk.getByTestId("composer-send")).hasText(send);
        composer(desk).fill("Great!");
        ada.writes("Thank you anyway");
        assertThat(desk.locator("#timeline")).containsText("Thank you anyway");
        composer(desk).press("Enter");
        assertThat(desk.getByTestId("composer-send")).hasText(anyway);
        assertThat(desk.locator(".entry[data-side=ours]")).hasCount(0);
        composer(desk).press("Enter");

        parley.until("Ada hears", () -> ada.received().equals(List.of("Great!")));
        assertThat(desk.getByTestId("composer-send")).hasText(send);
    }

    @Test
    void aReplyThatCrossesAMessageOnItsWayComesBack() {
        ada.writes("Is my parcel lost?");
        var desk = open("en-US", 1440);
        desk.getByTestId("offer-accept").click();
        assertThat(desk.locator("#timeline")).containsText("Is my parcel lost?");
        composer(desk).fill("It arrives tomorrow.");
        var held = new ArrayList<Route>();
        desk.route("**/desk/changes", held::add);
        ada.writes("It just came!");
        desk.waitForCondition(() -> !held.isEmpty());

        composer(desk).press("Enter");

        assertThat(desk.getByTestId("composer-send")).hasText("Send anyway");
        assertThat(composer(desk)).hasValue("It arrives tomorrow.");
        assertThat(ada.received()).isEmpty();
        desk.unroute("**/desk/changes");
        held.forEach(DraftsInABrowserTests::resume);
        assertThat(desk.locator("#timeline")).containsText("It just came!");
        composer(desk).press("Enter");
        parley.until("Ada hears", () -> ada.received().equals(List.of("It arrives tomorrow.")));
        parley.until("no draft is left", () -> parley.count("select count(*) from draft") == 0);
    }

    private Page open(String language, int width) {
        return windows.signIn(
                parley.url() + "/desk",
                parley.user("Ann", Role.AGENT),
                language,
                width,
                width < 500 ? 760 : 900);
    }

    private static void resume(Route route) {
        try {
            route.resume();
        } catch (com.microsoft.playwright.PlaywrightException _) {
            // The request was cancelled.
        }
    }

    private static Locator composer(Page desk) {
        return desk.getByTestId("composer");
    }
}
