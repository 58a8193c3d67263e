package dev.parley.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator.FilterOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.parley.identity.Role;
import dev.parley.testing.TestCustomer;
import dev.parley.testing.TestParley;
import dev.parley.testing.TestParleyExtension;
import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Internal notes, transfers and snoozing, with the keyboard.
@ExtendWith({TestParleyExtension.class, WindowsExtension.class})
class HandingOverInABrowserTests {
    private final TestParley parley;
    private final Windows windows;
    private final TestCustomer ada;

    HandingOverInABrowserTests(TestParley parley, Windows windows) {
        this.parley = parley;
        this.windows = windows;
        this.ada = parley.customer("Ada");
        ada.writes("My parcel is broken");
    }

    @ParameterizedTest
    @CsvSource({
        "en-US, 1440, LIGHT, transferred the conversation to Ben",
        "zh-TW, 360, LIGHT, 已將交談轉接給 Ben"
    })
    void aConversationIsHandedOverWithTheKeyboard(
            String language, int width, ColorScheme scheme, String told) {
        var name = "handing-over-%s-%d-%s".formatted(language, width, scheme);
        var ann = open("Ann", language, width, scheme);
        var ben = signIn("Ben", language, width, scheme);

        press(ann, "n");
        ann.keyboard().type("She wants her money back");
        ScreenChecks.right(ann, name + "-note");
        ann.keyboard().press("Enter");
        assertThat(ann.getByTestId("internal-note")).containsText("She wants her money back");
        assertThat(ann.getByTestId("note-text")).hasValue("");
        ann.keyboard().press("Escape");

        press(ann, "h");
        assertThat(ann.locator("#transfer-filter")).isFocused();
        ann.keyboard().type("be");
        assertThat(ann.locator(".transfer-target:visible")).hasCount(1);
        ann.locator(".transfer-target:visible input").check();
        ann.getByTestId("transfer-note").fill("Over to you");
        ScreenChecks.right(ann, name + "-transfer");
        ann.getByTestId("transfer-send").press("Enter");
        assertThat(ann.locator("#transfer")).not().isVisible();

        ben.getByTestId("offer-accept").click();
        assertThat(ben.locator("#timeline")).containsText(told);
        assertThat(ben.getByTestId("internal-note")).hasCount(2);
        ScreenChecks.right(ben, name + "-received");
        parley.settle();
        assertThat(ada.received()).isEmpty();
    }

    @Test
    void aNoteThatCouldNotBeAddedStays() {
        var ann = open("Ann", "en-US", 1440, ColorScheme.LIGHT);
        ann.route("**/notes", route -> route.abort());
        press(ann, "n");
        ann.keyboard().type("Call the carrier");
        ann.keyboard().press("Enter");
        assertThat(ann.locator("#reply-error")).containsText("could not be reached");

        ann.unroute("**/notes");
        ann.reload();
        press(ann, "n");
        assertThat(ann.getByTestId("note-text")).hasValue("Call the carrier");
        ann.keyboard().press("Enter");

        assertThat(ann.getByTestId("internal-note")).hasCount(1);
        ann.reload();
        assertThat(ann.getByTestId("internal-note")).hasCount(1);
        assertThat(ann.getByTestId("note-text")).hasValue("");
    }

    @ParameterizedTest
    @CsvSource({"en-US, 1440, DARK, Snooze ended", "zh-TW, 360, LIGHT, 時間到了"})
    void aConversationIsSnoozedByTwoKeys(
            String language, int width, ColorScheme scheme, String ended) {
        var ann = open("Ann", language, width, scheme);

        press(ann, "s");
        ScreenChecks.right(ann, "snooze-%s-%d".formatted(language, width));
        ann.keyboard().press("1");
        assertThat(ann.locator("#head-state")).hasAttribute("data-state", "WAITING");
        assertThat(ann.getByTestId("work-item")).hasCount(0);
        ann.navigate(parley.url() + "/desk?view=snoozed");
        assertThat(ann.getByTestId("work-item")).hasCount(1);
        ScreenChecks.right(ann, "snoozed-%s-%d".formatted(language, width));

        ann.navigate(parley.url() + "/desk");
        parley.timePasses(Duration.ofMinutes(61));
        var row = ann.getByTestId("work-item").filter(new FilterOptions().setHasText("Ada"));
        assertThat(row).containsText(ended);
        assertThat(ann).hasTitle(Pattern.compile("^\\(1\\) .*"));
        row.click();
        assertThat(ann.getByTestId("woken")).hasCount(0);
        assertThat(ann.locator("#head-state")).hasAttribute("data-state", "ACTIVE");
    }

    private static void press(Page desk, String key) {
        desk.locator("#scroller").focus();
        desk.keyboard().press(key);
    }

    private Page open(String agent, String language, int width, ColorScheme scheme) {
        var desk = signIn(agent, language, width, scheme);
        desk.getByTestId("offer-accept").click();
        assertThat(desk.getByTestId("composer")).isVisible();
        return desk;
    }

    private Page signIn(String agent, String language, int width, ColorScheme scheme) {
        var desk =
                windows.signIn(
                        parley.url() + "/desk",
                        parley.user(agent, Role.AGENT),
                        language,
                        width,
                        width < 500 ? 760 : 900);
        desk.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
        return desk;
    }
}
